/* Two small comforts. Without this file everything still works. */
(() => {
  "use strict";

  // On a server, addresses read better without the page's file name, which they need on a disk.
  if (location.protocol.startsWith("http")) {
    for (const link of document.querySelectorAll('a[href*="index.html"]')) {
      link.setAttribute("href", link.getAttribute("href").replace(/(^|\/)index\.html(?=$|#)/, (_, slash) => slash || "./"));
    }
  }

  // The switch leads to the section that is being read. Every section ends with a link to its
  // counterpart, so the address is there already; all that is to find is the section.
  const switcher = document.querySelector(".ribbon__switch");
  if (!switcher) return;
  const whole = switcher.getAttribute("href");

  const sections = [];
  let heading = null;
  for (const element of document.querySelectorAll(".reading h2[id], .reading .counterpart a")) {
    if (element.tagName === "H2") heading = element;
    else if (heading) sections.push({ heading, address: element.getAttribute("href") });
  }

  const isSeen = (element) => {
    const { top, bottom } = element.getBoundingClientRect();
    return bottom > 0 && top < innerHeight;
  };

  const current = () => {
    const named = sections.find(({ heading }) => "#" + heading.id === location.hash);
    if (named && isSeen(named.heading)) return named;
    return sections.filter(({ heading }) => heading.getBoundingClientRect().top < innerHeight / 3).pop();
  };

  const point = () => switcher.setAttribute("href", current()?.address ?? whole);
  for (const event of ["pointerenter", "pointerdown", "focus", "click"]) switcher.addEventListener(event, point);
})();
