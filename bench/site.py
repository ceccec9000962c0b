#!/usr/bin/env python3
"""The published site before every judge: the demonstration site, and one of 200 made-up articles.

    python bench/site.py                                        both sites, all tools (some minutes)
    python bench/site.py --sites demo --tools vnu,axe
    python bench/site.py --articles 50 --details site-findings

Prints one line for each tool and site: how many faults, in how much, and of which kind the most. Each
finding is written to a file of the folder `--details`. Static tools read every page; those that need a
browser look at the largest page of each kind, for pages of one kind have one template. Sites are served on
127.0.0.1 with the recommended policy, and the browser reaches nothing else. What the tools need:
`make web-tools bench-tools` and `pip install -e '.[bench]'`.
"""

import argparse
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
sys.path.append(str(HERE.parent))  # the tools of tests/web: both look at pages in the same way

from articles import write_site  # noqa: E402
from tests.web.links import Links  # noqa: E402
from tests.web.looks import Look, look  # noqa: E402
from tests.web.served import OFFLINE, ROOT, Served, browser, chromium, html_validate, served, vnu  # noqa: E402

MODULES = HERE / "web" / "node_modules"
FLAGS = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", *OFFLINE]
GOALS = {"accessibility": 100, "seo": 100, "performance": 98}  # of lighthouse
NOINDEX = '<meta name="robots" content="noindex">'
WEIGHT = 50_000
FINE = 0.9  # the score from which lighthouse paints an audit green
LATE = 600  # seconds that a tool may take for a site
ZONED = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d)")


@dataclass
class Found:
    """What a tool says of a site: its faults, each with its kind and its place, and over how much."""

    over: str
    faults: list[tuple[str, str]] = field(default_factory=list)
    remark: str = ""

    def line(self) -> str:
        """The result in one line."""
        most = Counter(kind for kind, _ in self.faults).most_common(3)
        worst = ", ".join(f"{kind} {number}" for kind, number in most)
        return f"{len(self.faults):6}  {self.over}" + "".join(f"; {x}" for x in (self.remark, worst) if x)


@dataclass
class Subject:
    """A site that is judged, with what the browser saw of it."""

    name: str
    site: Served

    @cached_property
    def looks(self) -> dict[str, Look]:
        """The largest page of each kind, looked at in every way."""
        with browser(str(chromium())) as started:
            kinds = self.site.kinds.items()
            return {kind: look(started, self.site.url, self.site.address(page)) for kind, page in kinds}

    def everywhere(self) -> str:
        """How much the static tools read."""
        return f"{len(self.site.pages)} pages"

    def each_kind(self) -> str:
        """How much the browser looks at."""
        return f"{len(self.site.kinds)} kinds of page"


def by_vnu(subject: Subject) -> Found:
    """Nu HTML checker."""
    messages = json.loads(ran(vnu(subject.site.output)).stderr)["messages"]
    ours = [message for message in messages if "/ezine/" not in message["url"]]
    errors = [message for message in ours if message["type"] != "info"]
    faults = [(e["message"], f"{place(subject, e['url'])}:{e.get('lastLine', '')}") for e in errors]
    warnings = sum(message.get("subType") == "warning" for message in ours)
    return Found(subject.everywhere(), faults, f"{warnings} warnings" if warnings else "")


def by_html_validate(subject: Subject) -> Found:
    """html-validate, presets standard and a11y."""
    with tempfile.TemporaryDirectory() as name:
        report = Path(name, "report.json")
        done = ran(html_validate(subject.site.output, subject.site.pages, report))
        if not report.is_file():
            raise OSError(done.stderr.strip()[-300:])
        results = json.loads(report.read_text("utf-8"))
    faults = [
        (message["ruleId"], f"{place(subject, result['filePath'])}:{message['line']} {message['message']}")
        for result in results
        for message in result["messages"]
    ]
    return Found(subject.everywhere(), faults)


def by_links(subject: Subject) -> Found:
    """Byline's own: each link, fragment and whole address within the site."""
    site = subject.site
    broken = Links(site.output, site.url, site.pages).broken()
    return Found(subject.everywhere(), [("broken", link) for link in broken])


def seen(name: str, over: str = "") -> Callable[[Subject], Found]:
    """A tool that the browser holds: one field of a Look."""

    def tool(subject: Subject) -> Found:
        hits = [(kind, hit) for kind, seen in subject.looks.items() for hit in getattr(seen, name)]
        faults = [(_code(hit), f"{kind}: {hit}") for kind, hit in hits]
        return Found(f"{subject.each_kind()}{over}", faults)

    return tool


def _code(hit: str) -> str:
    """The rule of a finding of axe or HTML_CodeSniffer."""
    parts = hit.split(": ")
    return parts[parts[0].startswith(("light", "dark"))][:60]


def by_weight(subject: Subject) -> Found:
    """Bytes of a page with style and script, without images and font, uncompressed; of a kit the document."""
    heavy = {
        kind: (subject.site.output / subject.site.kinds[kind]).stat().st_size
        if kind.endswith("/republish")
        else seen.weight
        for kind, seen in subject.looks.items()
    }
    worst = max(heavy, key=lambda kind: heavy[kind])
    faults = [("heavy", f"{kind}: {weight}") for kind, weight in heavy.items() if weight >= WEIGHT]
    return Found(subject.each_kind(), faults, f"at most {heavy[worst]:,} bytes ({worst})")


def by_pa11y(subject: Subject) -> Found:
    """pa11y, WCAG 2 AA, runner htmlcs."""
    options = {"executablePath": chromium(), "args": [flag for flag in FLAGS if flag != "--headless"]}
    config = {"standard": "WCAG2AA", "runners": ["htmlcs"], "chromeLaunchConfig": options}
    faults = []
    with tempfile.TemporaryDirectory() as name:
        path = Path(name, "pa11y.json")
        path.write_text(json.dumps(config), "utf-8")
        for kind, page in subject.site.kinds.items():
            command = ["node", str(MODULES / "pa11y/bin/pa11y.js"), "-c", str(path), "-r", "json"]
            hits = json.loads(ran([*command, subject.site.address(page)]).stdout)
            faults += [(hit["code"], f"{kind}: {hit['context']}") for hit in hits]
    return Found(subject.each_kind(), faults)


def by_lighthouse(subject: Subject) -> Found:
    """lighthouse: what falls short of the goals."""
    lowest, faults = dict.fromkeys(GOALS, 100), []
    for kind, page in subject.site.kinds.items():
        if kind == "404.html":
            continue  # it says that it is none to be found
        report = lighthouse(subject.site.address(page))
        hidden = NOINDEX in (subject.site.output / page).read_text("utf-8")
        for name, goal in GOALS.items():
            if hidden and name == "seo":
                continue  # it asks search engines to pass it over
            category = report["categories"][name]
            score = round(100 * (category["score"] or 0))
            lowest[name] = min(lowest[name], score)
            if score < goal:
                asked = [ref["id"] for ref in category["auditRefs"] if ref["weight"]]
                short = [name for name in asked if (report["audits"][name]["score"] or 0) < FINE]
                faults.append((name, f"{kind}: {score} ({', '.join(short)})"))
    remark = "lowest " + ", ".join(f"{name} {score}" for name, score in lowest.items())
    return Found(subject.each_kind(), faults, remark)


def lighthouse(address: str) -> dict[str, Any]:
    """The report on one page."""
    with tempfile.TemporaryDirectory() as name:
        flags = " ".join(
            [*(f'"{flag}"' if " " in flag else flag for flag in FLAGS), f"--user-data-dir={name}/user"]
        )
        command = ["node", str(MODULES / "lighthouse/cli/index.js"), address, "--quiet", "--output", "json"]
        command += [
            "--output-path",
            f"{name}/lh.json",
            f"--only-categories={','.join(GOALS)}",
            f"--chrome-flags={flags}",
        ]
        done = ran(command, {"CHROME_PATH": str(chromium())})
        report = Path(name, "lh.json")
        if not report.is_file():
            raise OSError(done.stderr.strip()[-300:])
        result: dict[str, Any] = json.loads(report.read_text("utf-8"))
        return result


def by_linkinator(subject: Subject) -> Found:
    """linkinator, from the home page to wherever it leads on this machine."""
    command = ["node", str(MODULES / "linkinator/build/src/cli.js"), f"{subject.site.url}/", "--recurse"]
    done = ran([*command, "--format", "json", "--skip", r"^(?!http://127\.)"])
    links = json.loads(done.stdout[done.stdout.index("{") :])["links"]
    asked = [link for link in links if link["state"] != "SKIPPED"]
    broken = [
        ("broken", f"{x.get('parent')}: {x['url']} {x['status']}") for x in asked if x["state"] == "BROKEN"
    ]
    return Found(f"{len(asked)} links", broken)


def by_lychee(subject: Subject) -> Found:
    """lychee, offline, with fragments, on files."""
    output = subject.site.output
    options = [
        "--offline",
        "--include-fragments",
        "--root-dir",
        str(output),
        "--format",
        "json",
        "--no-progress",
    ]
    options += ["--index-files", "index.html", "--remap", f"{subject.site.url} file://{output}"]
    program = shutil.which("lychee", path=f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}")
    done = ran([program or "lychee", *options, *(str(output / page) for page in subject.site.pages)])
    result = json.loads(done.stdout)
    errors = result["error_map"].items()
    faults = [
        ("broken", f"{place(subject, page)}: {e['url']} {e['status']}") for page, es in errors for e in es
    ]
    return Found(f"{result['total']} links", faults)


def by_extruct(subject: Subject) -> Found:
    """extruct: every field of an article's structured data that is due, by the article's own file."""
    import extruct

    due: Counter[str] = Counter()
    faults = []
    for entry in subject.site.edition.published:
        page = subject.site.output / "articles" / entry.article.slug / "index.html"
        data = extruct.extract(page.read_text("utf-8"), syntaxes=["json-ld"])["json-ld"]
        nodes = {str(node.get("@type")): node for node in flattened(data)}
        article = next(
            (nodes[kind] for kind in ("Article", "NewsArticle", "BlogPosting") if kind in nodes), {}
        )
        for name, (is_due, holds) in FIELDS.items():
            if is_due(entry.article):
                due[name] += 1
                if not holds(nodes if name == "BreadcrumbList" else article):
                    faults.append((name, f"{entry.article.slug}: {name}"))
    return Found(f"{sum(due.values())} fields of {len(subject.site.edition.published)} articles", faults)


def flattened(data: Sequence[Any]) -> Iterator[dict[str, Any]]:
    """Every node, in graphs too."""
    for node in data:
        if isinstance(node, dict):
            yield from flattened(node["@graph"]) if "@graph" in node else [node]


def always(_: Any) -> bool:
    """A field that every article has."""
    return True


def has(name: str) -> Callable[[Mapping[str, Any]], bool]:
    """Whether a node says something under a name."""
    return lambda node: node.get(name) not in (None, "", [], {})


FIELDS: dict[str, tuple[Callable[[Any], bool], Callable[[Mapping[str, Any]], bool]]] = {  # due when, held if
    **{name: (always, has(name)) for name in (
        *("headline", "publisher", "image", "mainEntityOfPage", "inLanguage"),
        *("creditText", "usageInfo", "acquireLicensePage", "BreadcrumbList"),
    )},
    "author": (lambda article: bool(article.authors), has("author")),
    "datePublished": (lambda article: bool(article.date), has("datePublished")),
    "datePublished, zoned": (
        lambda article: len(article.date or "") >= len("2005-03-14"),
        lambda node: bool(ZONED.fullmatch(str(node.get("datePublished")))),
    ),
    "isBasedOn": (lambda article: bool(article.source.canonical or article.source.url), has("isBasedOn")),
    "license": (lambda article: article.rights.licence is not None, has("license")),
    "copyrightHolder": (lambda article: bool(article.rights.copyright), has("copyrightHolder")),
    "copyrightNotice": (lambda article: bool(article.rights.copyright), has("copyrightNotice")),
    "copyrightYear, a number": (
        lambda article: bool(re.search(r"\b(?:19|20)\d\d\b", article.rights.copyright)),
        lambda node: isinstance(node.get("copyrightYear"), int),
    ),
}  # fmt: skip
TOOLS: dict[str, Callable[[Subject], Found]] = {
    "vnu": by_vnu,
    "html-validate": by_html_validate,
    "links": by_links,
    "axe": seen("axe", ", light and dark, 1280 and 360 px"),
    "htmlcs": seen("htmlcs", ", light and dark"),
    "keyboard, missed": seen("missed"),
    "keyboard, dim": seen("dim"),
    "skip link": seen("skip"),
    "320 px": seen("sideways"),
    "print": seen("printed"),
    "console": seen("console"),
    "other hosts": seen("foreign"),
    "weight": by_weight,
    "pa11y": by_pa11y,
    "lighthouse": by_lighthouse,
    "linkinator": by_linkinator,
    "lychee": by_lychee,
    "extruct": by_extruct,
}


def ran(
    command: Sequence[str], environment: Mapping[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    """A tool, run to its end; that it found something is no failure.

    It writes to a file: some programs of Node leave before a pipe has taken all that they said.
    """
    surroundings = {**os.environ, **(environment or {})}
    with tempfile.TemporaryFile("w+", encoding="utf-8") as said:
        done = subprocess.run(
            command,
            stdout=said,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
            timeout=LATE,
            env=surroundings,
        )
        said.seek(0)
        return subprocess.CompletedProcess(command, done.returncode, said.read(), done.stderr)


def place(subject: Subject, path: str) -> str:
    """A file of the site, by its place in it."""
    return path.removeprefix("file:").partition(f"{subject.site.output}/")[2] or path


def judge(subject: Subject, names: Sequence[str], details: Path) -> int:
    """Print a line for each tool, and write what it found; how many faults there were."""
    total = 0
    for name in names:
        started = time.monotonic()
        try:
            found = TOOLS[name](subject)
        except (OSError, ValueError, KeyError, ImportError, subprocess.TimeoutExpired) as error:
            print(f"{subject.name:9}  {name:16}  did not run: {str(error).splitlines()[0][:200]}", flush=True)
            total += 1
            continue
        print(
            f"{subject.name:9}  {name:16}  {found.line()}  ({time.monotonic() - started:.0f} s)", flush=True
        )
        lines = [f"{kind}\t{where}" for kind, where in found.faults]
        path = details / f"{subject.name}-{re.sub(r'[^a-z0-9]+', '-', name)}.txt"
        path.write_text("".join(f"{line}\n" for line in lines), "utf-8")
        total += len(found.faults)
    return total


def parsed() -> argparse.Namespace:
    """The command line."""
    shape = argparse.RawDescriptionHelpFormatter
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=shape)
    parser.add_argument("--sites", default="demo,generated")
    parser.add_argument("--articles", type=int, default=200, metavar="N", help="of the generated site")
    parser.add_argument("--tools", default=";".join(TOOLS), help="names, parted by ;")
    parser.add_argument("--details", type=Path, default=Path("site-findings"), metavar="FOLDER")
    args = parser.parse_args()
    args.tools = [name.strip() for name in args.tools.split(";")]
    args.sites = [name.strip() for name in args.sites.split(",")]
    for name, known in [
        *((name, TOOLS) for name in args.tools),
        *((name, ("demo", "generated")) for name in args.sites),
    ]:
        if name not in known:
            parser.error(f"unknown: {name!r}; known: {', '.join(known)}")
    return args


def main() -> None:
    """Build, serve, judge."""
    args = parsed()
    args.details.mkdir(parents=True, exist_ok=True)
    total = 0
    for name in args.sites:
        with tempfile.TemporaryDirectory(prefix="byline-bench-") as folder:
            source = ROOT
            if name == "generated":
                source = Path(folder, "source")
                write_site(source, args.articles)
            with served(source, Path(folder, "site")) as site:
                broken = [item.problem for item in site.edition.broken]
                print(
                    f"{name}: {len(site.edition.published)} articles, {len(site.pages)} pages",
                    *broken,
                    sep="\n  ",
                )
                total += judge(Subject(name, site), args.tools, args.details)
    sys.exit(bool(total))


if __name__ == "__main__":
    main()
