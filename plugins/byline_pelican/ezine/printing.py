"""All files of an issue, every form of it audited before anybody sees it."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from jinja2 import Environment

from byline.check import read_copy
from byline.errors import BuildError
from byline_pelican.audit import audit_issue, audit_issue_in
from byline_pelican.configuration import Configuration
from byline_pelican.edition import Withheld
from byline_pelican.ezine.fitting import alone, cut_to_fit
from byline_pelican.ezine.html import is_ours, issue_html, mail_environment
from byline_pelican.ezine.issue import Issue
from byline_pelican.ezine.letters import Letter, letters
from byline_pelican.ezine.mail import message
from byline_pelican.ezine.markdown import audit_markdown, issue_markdown
from byline_pelican.ezine.text import issue_text
from byline_pelican.ezine.variants import audit_variants, variants

MEND = "; mend the template"


@dataclass(frozen=True, slots=True)
class Mail:
    """One mail of an issue: what it prints, its forms, and the files for the tools that send."""

    issue: Issue
    html: str
    markdown: str
    data: bytes
    variants: Mapping[str, bytes]

    @property
    def folder(self) -> str:
        """Where its files lie, below the issue's folder."""
        return "" if self.issue.part == 1 else f"part-{self.issue.part}/"

    @property
    def files(self) -> dict[str, bytes]:
        """The mail and its parts, by name."""
        texts = {
            "html": self.html,
            "txt": issue_text(self.issue),
            "md": self.markdown,
        }
        return {"issue.eml": self.data, **{f"issue.{kind}": text.encode() for kind, text in texts.items()}}


@dataclass(frozen=True, slots=True)
class Printed:
    """An issue, printed.

    Attributes:
        issue: all that its mails print; nothing where there are none.
        mails: in order.
        letters: to authors.

    """

    issue: Issue
    mails: tuple[Mail, ...] = ()
    letters: tuple[Letter, ...] = ()

    @property
    def files(self) -> dict[str, bytes]:
        """The mails and their parts, by name."""
        return {f"{mail.folder}{name}": data for mail in self.mails for name, data in mail.files.items()}


def all_files(printed: Printed, configuration: Configuration) -> dict[str, bytes]:
    """Everything that an editor gets: mails, a page for browsers, files for the tools that send, letters.

    Raises:
        BuildError: a credit is missing from one, or a template cannot be used.

    """
    environment = mail_environment(configuration)
    files = dict(printed.files)
    for mail in printed.mails:
        files |= {f"{mail.folder}{name}": data for name, data in mail.variants.items()}
    web = for_web(printed.issue)
    if web.items:
        page = issue_html(web, environment, web=True)
        problems = list(audit_issue_in(web, read_copy(page.encode()), "web.html"))
        if problems:
            raise BuildError(problems)
        files["web.html"] = page.encode()
    return files | {letter.file: letter.data for letter in printed.letters}


def for_web(issue: Issue) -> Issue:
    """The issue as the web may show it: what newsletters alone may print is a link there, or is missing."""
    shown = (
        item if item.on_web or not item.whole else replace(item, whole=False, url=item.original)
        for item in issue.items
    )
    return replace(issue, items=tuple(item for item in shown if item.whole or item.url), part=1, parts=1)


def print_issue(
    issue: Issue, configuration: Configuration, *, split: bool = False, tools: bool = False
) -> Printed:
    """The issue as mails, every form of it audited, with the letters that it owes.

    An article that cannot be printed with its whole credit is refused, and the others are printed.

    Args:
        issue: as it was composed.
        configuration: of the site.
        split: whether what has no room goes into a further mail, or is left for the next issue.
        tools: whether the files for the tools that send are made too.

    Raises:
        BuildError: a credit is missing though the article is not to blame, or a template cannot be used.

    """
    environment = mail_environment(configuration)
    press = _Press(environment, tools=tools)
    issues = cut_to_fit(issue, press.size, split=split)
    mails = tuple(map(press.mail, issues)) if any(part.items for part in issues) else ()
    problems = {problem: mail.issue for mail in mails for problem in press.problems(mail)}
    if problems:
        faulty = _to_blame(problems, press)
        if not faulty or (len(faulty) == len(issue.whole) and not is_ours(environment)):
            raise BuildError(list(problems))  # a template of the site's own is to blame
        return print_issue(_refused(issue, faulty), configuration, split=split, tools=tools)
    whole = replace(
        issues[0],
        items=tuple(item for part in issues for item in part.items),
        left=issues[-1].left,
        part=1,
        parts=1,
        intro=issue.intro,
        sponsor=issue.sponsor,
    )
    if not (whole.whole or (split and whole.items)):  # links alone are an issue where an editor named them
        whole = replace(whole, items=())
        return Printed(whole, letters=letters(whole, environment))
    return Printed(whole, mails, letters(whole, environment))


@dataclass(frozen=True, slots=True)
class _Press:
    """Makes mails of issues, and looks them over."""

    environment: Environment
    tools: bool

    def size(self, issue: Issue) -> int:
        """How many bytes its HTML has."""
        return len(issue_html(issue, self.environment).encode())

    def mail(self, issue: Issue) -> Mail:
        """The issue as one mail."""
        html = issue_html(issue, self.environment)
        made = variants(issue, self.environment) if self.tools else {}
        return Mail(issue, html, issue_markdown(issue), message(issue, html), made)

    def problems(self, mail: Mail) -> list[str]:
        """What is wrong with it, in any of its forms."""
        found = [*audit_issue(mail.issue, mail.data), *audit_markdown(mail.issue, mail.markdown)]
        return [*found, *(audit_variants(mail.issue, mail.variants) if self.tools else ())]


def _to_blame(problems: Mapping[str, Issue], press: _Press) -> dict[str, str]:
    """By its path, what is wrong with an article that cannot be printed even alone.

    Where each could be, and the mail's template is our own, those that cannot stand together.
    """
    together: dict[str, str] = {}
    found: dict[str, str] = {}
    for problem, issue in problems.items():
        named = (item for item in issue.whole if problem.startswith(f"{item.entry.article.path}: "))
        item = next(named, None)
        if item is not None and item.entry.article.path not in together:
            path = item.entry.article.path
            together[path] = _said(problem, path)
            wrong = press.problems(press.mail(alone(item, issue)))
            if wrong:
                found[path] = _said(wrong[0], path)
    return found or (together if is_ours(press.environment) else {})


def _said(problem: str, path: str) -> str:
    return problem.removeprefix(f"{path}: ").removesuffix(MEND)


def _refused(issue: Issue, faulty: Mapping[str, str]) -> Issue:
    """The issue without the articles that cannot be printed."""
    kept = tuple(item for item in issue.items if item.entry.article.path not in faulty)
    gone = (item for item in issue.items if item.entry.article.path in faulty)
    refused = tuple(Withheld(i.entry, faulty[i.entry.article.path], "", "mend its file") for i in gone)
    return replace(issue, items=kept, refused=(*refused, *issue.refused))
