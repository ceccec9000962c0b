"""What can go wrong that a caller cannot expect.

    BylineError           every error of Byline; its text is one line: the thing, the problem, the mend
    ├── PageError         a page cannot be read: empty, binary, too large, too deep
    ├── SourceError       a file, folder or URL cannot be fetched
    ├── ContentError      an article file cannot be read or written
    ├── SettingsError     the configuration is wrong
    ├── MailError         a mail cannot be sent, or not be shown
    └── BuildError        the site cannot be published as it stands

Refusals, doubts and unmet duties are values (`model.py`), never exceptions.
"""


class BylineError(Exception):
    """The root of the tree; the command line prints it as one line."""


class PageError(BylineError):
    """A page cannot be read."""


class SourceError(BylineError):
    """A source cannot be fetched."""


class ContentError(BylineError):
    """An article file cannot be read or written."""


class SettingsError(BylineError):
    """The configuration is wrong."""


class MailError(BylineError):
    """A mail cannot be sent, or not be shown."""


class BuildError(BylineError):
    """The site cannot be published as it stands.

    Attributes:
        problems: one line each, every one naming its file.

    """

    def __init__(self, problems: list[str]) -> None:
        """Keep the problems apart, so that a caller may list them."""
        self.problems = problems
        super().__init__("\n".join(problems))
