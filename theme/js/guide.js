// Four comforts on top of pages that work without them.
"use strict";

// Does something once a frame while the reader scrolls.
const onScroll = (act) => {
  let waiting = false;
  addEventListener("scroll", () => {
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(() => { waiting = false; act(); });
  }, { passive: true });
};
const isPassed = (head) => head.getBoundingClientRect().top < innerHeight / 3;

// 1. Over http an address reads better without `index.html`, which pages name so that they also
//    work from disk.
if (/^https?:$/.test(location.protocol)) {
  for (const link of document.querySelectorAll('a[href*="index.html"]')) {
    const href = link.getAttribute("href");
    if (/^[a-z][a-z0-9+.-]*:|^\/\//i.test(href)) continue;
    link.setAttribute("href", href.replace(/(^|\/)index\.html(?=$|[?#])/, (_, slash) => slash || "./"));
  }
}

// 2. The switch at the top leads to the section that is being read, not to the top of the page.
{
  const top = document.querySelector("a[data-switch]");
  const overall = top?.getAttribute("href");
  // Each section whose foot links to its counterpart: its heading, and where that link leads.
  const sections = [];
  let heading = null;
  for (const element of document.querySelectorAll("article h2[id], article .counterpart a")) {
    if (element.tagName === "H2") heading = element;
    else if (heading) sections.push({ heading, href: element.getAttribute("href") });
  }

  // An address with #section names what is read, even where the page is too short to scroll
  // there; it holds until the reader moves on.
  let named = null;
  const inView = ({ heading }) => {
    const { top, bottom } = heading.getBoundingClientRect();
    return bottom > 0 && top < innerHeight;
  };
  const seen = () => sections.findLast(({ heading }) => isPassed(heading));
  const lead = () => top.setAttribute("href", (named ?? seen())?.href ?? overall);
  const point = () => {
    if (named && !inView(named)) named = null;
    lead();
  };
  const arrive = () => {
    named = sections.find(({ heading }) => "#" + heading.id === location.hash) ?? null;
    lead(); // the browser may not have scrolled there yet
  };

  if (top && sections.length) {
    const moves = /^(Arrow|Page)(Up|Down)$|^Home$|^End$|^ $/;
    for (const event of ["wheel", "touchmove", "keydown"]) {
      addEventListener(event, ({ key }) => { if (!key || moves.test(key)) named = null; }, { passive: true });
    }
    onScroll(point);
    addEventListener("hashchange", arrive);
    // Should a click come before the frame that follows a scroll.
    for (const event of ["pointerdown", "click"]) top.addEventListener(event, point);
    arrive();
  }
}

// 3. A table wider than the screen can be scrolled with the keyboard too.
{
  const NAMED = { tabindex: "0", role: "group", "aria-label": "Table, scrolls sideways" }; // a region needs another name
  const watch = new ResizeObserver((seen) => {
    for (const { target: box } of seen) {
      const wide = box.scrollWidth > box.clientWidth;
      for (const [name, value] of Object.entries(NAMED)) {
        if (wide) box.setAttribute(name, value);
        else box.removeAttribute(name);
      }
    }
  });
  for (const box of document.querySelectorAll(".scrolls")) watch.observe(box);
}

// 4. Where the reader is, in the list of what the page holds.
{
  const links = [...document.querySelectorAll(".beside a[href^='#']")];
  const heads = links.map((link) => document.getElementById(decodeURIComponent(link.hash.slice(1))));
  const mark = () => {
    const at = heads.findLastIndex((head) => head && isPassed(head));
    links.forEach((link, index) => {
      if (index === at) link.setAttribute("aria-current", "true");
      else link.removeAttribute("aria-current");
    });
  };
  if (links.length) {
    onScroll(mark);
    mark();
  }
}
