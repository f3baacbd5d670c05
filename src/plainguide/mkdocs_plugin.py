"""The door for MkDocs: lets `mkdocs build` and `mkdocs serve` make the whole guide."""

from __future__ import annotations

import shutil
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Literal
from urllib.parse import urlsplit

from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

from plainguide.checks.formats.text import text
from plainguide.steps import site
from plainguide.steps.bundle import BundleError, bundle
from plainguide.steps.check import FindingsError
from plainguide.steps.files import swap_in
from plainguide.steps.handouts.make import make_handouts
from plainguide.steps.layout import Layout, NotAGuideError
from plainguide.steps.offline import make_offline, publish_zip
from plainguide.steps.offline_zip import zip_name
from plainguide.steps.pages import Prepared, prepare

_NOT_ON_SITE = (
    "book/",
    "handout/",
    "offline/",
    "js/early.js",
    "assets/images/",
    "assets/javascripts/",
    "assets/stylesheets/palette",
)


class NoOptions(Config):  # type: ignore[no-untyped-call]  # MkDocs' own
    """The plugin takes no options; all there is to set is in `content/guide.yml`."""


class PlainGuidePlugin(BasePlugin[NoOptions]):  # type: ignore[no-untyped-call]  # MkDocs' own
    """Checks and compiles the content before MkDocs reads it; adds the handouts after.

    Attributes:
        prepared: the guide and its pages, where `plainguide build` has checked the one and written
            the others already.
    """

    prepared: Prepared | None = None

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:  # noqa: ARG002 - MkDocs' signature
        """Remember whether the site is only shown."""
        self._serving = command == "serve"

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Compile the pages, and tell MkDocs what the guide's settings say."""
        try:
            self._layout = Layout.at(Path(config.config_file_path).parent)
            made = self.prepared or prepare(self._layout, datetime.now(tz=UTC).date())
            self._checked, self._pages = made.checked, made.pages
            self._handouts = made.handouts or self._print()
        except NotAGuideError as error:
            raise Abort(str(error)) from None
        except FindingsError as error:
            raise Abort(text(error.findings)) from None
        guide = self._checked.guide
        if guide is not None:
            site.set_clock(guide)
            config.site_name = guide.settings.title
            config.site_description = guide.settings.description
            config.theme["language"] = guide.settings.language.partition("-")[0]
            config.extra["guide"] = {
                **guide.settings.model_dump(mode="json"),
                "offline_zip": zip_name(guide.settings),
            }
            config.theme.static_templates.add("503.html")
            if not self._serving:
                config.site_url = guide.settings.url.rstrip("/") + "/"
        config.theme.static_templates.discard("sitemap.xml")  # ours lies among the pages
        config.nav = site.navigation(self._checked)
        self._place = Path(config.site_dir)
        if not self._serving:
            config.site_dir = str(self._place.with_name(f".{self._place.name}.new"))
        return config

    def _print(self) -> list[Path]:
        """Make the handouts; the page that lists them tells how large they are.

        Raises:
            FindingsError: where one of them has a fault.
        """
        if self._checked.guide:
            site.set_clock(self._checked.guide)
        return make_handouts(self._layout, self._checked, self._pages)

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:  # noqa: ARG002 - MkDocs' signature
        """Keep the handouts' template, styles and fonts off the site, and Material's own scripts.

        The theme brings scripts of its own in their place.
        """
        for file in list(files):
            if file.src_uri.startswith(_NOT_ON_SITE):
                files.remove(file)
            elif place := site.place_of_lost(file.src_uri):
                file.dest_uri = place
        return files

    def on_page_content(self, html: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:  # noqa: ARG002 - MkDocs' signature
        """Keep pages that no search engine is to list out of the sitemap."""
        if page.meta.get("robots") == "noindex":
            page.canonical_url = page.abs_url = None
        return html

    def on_post_page(self, output: str, *, page: Page, config: MkDocsConfig) -> str:
        """Make the page's links work from disk, its tables scroll, and its print say what it is."""
        html = site.scrolling_tables(output)
        if "print" in page.meta:
            html = site.for_paper(html, **page.meta["print"])
        if page.meta.get("take_home"):
            html = site.with_sizes(html, self._layout.handouts)
        if page.meta.get("lost"):
            return site.from_root(html, page.url, urlsplit(config.site_url or "").path or "/")
        return site.open_from_disk(html)

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Add the handouts, then put the finished site where the old one is."""
        folder = Path(config.site_dir) / "handouts"
        folder.mkdir(parents=True, exist_ok=True)
        for handout in self._handouts:
            shutil.copyfile(handout, folder / handout.name)
        try:
            bundle(Path(config.site_dir))
        except BundleError as error:
            raise Abort(str(error)) from None
        guide = self._checked.guide
        if guide:
            folder = Path(config.site_dir)
            make_offline(folder, self._layout.theme, guide, self._checked.readings, self._pages)
        if not self._serving:
            swap_in(Path(config.site_dir), self._place)
            if guide:
                publish_zip(self._place, self._place.parent, guide.settings)

    def on_serve(
        self,
        server: LiveReloadServer,
        *,
        config: MkDocsConfig,
        builder: Any,  # noqa: ANN401, ARG002 - MkDocs' signature
    ) -> LiveReloadServer:
        """Watch the content and the theme, instead of what is compiled from the content."""
        server.unwatch(config.docs_dir)
        for folder in (self._layout.content, self._layout.theme):
            server.watch(str(folder))
        return server
