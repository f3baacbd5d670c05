// Passing on a page, one of its sections, or a pack: by link, e-mail or QR code. The addresses are those of
// the published guide, also where a copy is read from a disk.
"use strict";

{
  const sheet = document.getElementById("share");
  const { root: up, short: own, heads, site } = sheet?.dataset ?? {};
  const blocks = [...(sheet?.querySelectorAll("[data-block]") ?? [])];
  const page = blocks.at(-1)?.dataset;
  const status = sheet?.querySelector("[role=status]");
  const here = document.querySelector("link[rel=canonical]")?.href ?? location.href.replace(/[?#].*/, "");
  const root = here.endsWith(page?.path) ? here.slice(0, -page.path.length) : new URL(up + "/", location.href).href;

  // --- Sheets, one above the other. Each has an entry in the browser's history, so that going back closes it.

  const at = () => history.state?.sheet ?? 0;
  const levels = new Map(); // of the sheets that are open
  let settled = Promise.resolve();
  const open = async (dialog) => {
    const opener = document.activeElement; // some browsers don't focus what is clicked, so handlers do
    await settled;
    if (dialog.open) return;
    dialog.showModal();
    levels.set(dialog, at() + 1);
    history.pushState({ sheet: at() + 1 }, "");
    dialog.addEventListener("close", () => {
      const level = levels.get(dialog);
      levels.delete(dialog);
      opener.focus();
      if (at() !== level) return;
      settled = new Promise((done) => addEventListener("popstate", done, { once: true }));
      history.back();
    }, { once: true });
  };
  addEventListener("popstate", () => {
    for (const [dialog, level] of levels) if (level > at()) dialog.close();
  });

  // --- Ways to hand an address over.

  const select = (element) => {
    const range = document.createRange();
    range.selectNodeContents(element);
    getSelection().removeAllRanges();
    getSelection().addRange(range);
  };
  const loads = {};
  const load = (path) => loads[path] ??= new Promise((done, failed) => {
    const script = document.createElement("script");
    script.src = new URL(`${up}/js/${path}`, location.href);
    script.onload = done;
    script.onerror = () => { delete loads[path]; failed(); };
    document.head.append(script);
  });
  const ways = {
    async copy({ address }, block) {
      let copied = true;
      try {
        await navigator.clipboard.writeText(address);
      } catch {
        select(block.querySelector(".share__address"));
        copied = document.execCommand("copy");
      }
      status.textContent = copied ? "Copied" : "The link is selected. Copy it from there.";
    },
    async send({ title, whose, address }) {
      await navigator.share({ title, text: `${title} (${whose})`, url: address }).catch(() => {});
    },
    async code(what) {
      try {
        await load("vendor/qrcode-generator.js");
        await load("qr.js");
        await open(window.guideCode(what));
      } catch {
        status.textContent = "The code could not be made. Copy the link instead.";
      }
    },
    mail() {},
  };
  const mail = ({ title, whose, address, lines = [] }) => "mailto:?" + Object.entries({
    subject: `${title} (${whose}) – ${site}`,
    body: [title, ...lines, `${whose}, ${site}`, "", address, ""].join("\r\n"),
  }).map(([name, text]) => `${name}=${encodeURIComponent(text)}`).join("&");

  // --- What the sheet is about.

  // The address of a page or section in one reading: short where there is one.
  const address = (short, { path }, id) => short
    ? `${root}s/${short}/${path.startsWith("professional/") ? "pro/" : ""}`
    : root + path + (id ? `#${id}` : "");

  // A section that only this reading has is given as the whole page of the other.
  const there = (id) => document.querySelector(`.counterpart a[href$="#${id}"]`);

  const show = (name, about) => {
    sheet.querySelector("[data-what]").textContent = name;
    status.textContent = "";
    for (const block of blocks) {
      const what = { ...block.dataset, ...about(block.dataset) };
      block.querySelector(".share__address").textContent = what.address;
      block.querySelector("[data-way=mail]").href = mail(what);
      for (const way of block.querySelectorAll("button")) {
        way.onclick = () => { way.focus(); ways[way.dataset.way](what, block); };
        if (way.dataset.way === "send") way.hidden = !navigator.share;
      }
    }
    open(sheet);
  };
  const sharePage = () => show(page.title, (block) => ({
    address: address(own.split("/")[1], block),
  }));
  const shareSection = (head, name) => show(name, (block) => block.block === "own" || there(head.id)
    ? {
      title: block.block === "own" ? `${block.title}: ${name}` : block.title,
      address: address(head.dataset.short, block, head.id),
    }
    : { address: address(own.split("/")[1], block) });

  // --- Buttons that open it.

  if (sheet?.showModal) {
    sheet.querySelector("[data-close]").onclick = () => sheet.close();
    sheet.addEventListener("click", ({ target, clientX: x, clientY: y }) => {
      const { left, right, top, bottom } = sheet.getBoundingClientRect();
      if (target === sheet && (x < left || x > right || y < top || y > bottom)) sheet.close();
    });
    document.addEventListener("guide:share", ({ detail }) => show(detail.title, () => detail));

    const link = document.querySelector(".tools__share");
    const button = document.createElement("button");
    button.type = "button";
    button.setAttribute("aria-haspopup", "dialog");
    if (link) {
      const whole = button.cloneNode();
      whole.className = link.className;
      whole.append(...link.childNodes);
      whole.onclick = () => { whole.focus(); sharePage(); };
      link.replaceWith(whole);
    }
    const icon = document.querySelector(".share [data-way=send] svg");
    for (const head of document.querySelectorAll(".reading > :is(h2, h3)[id]:not(#sources)")) {
      if (!heads.includes(head.localName)) continue;
      // The heading keeps its own name for those who go from heading to heading.
      const words = document.createElement("span");
      words.id = `share-${head.id}`;
      words.append(...head.childNodes);
      const name = words.textContent.trim();
      const opener = button.cloneNode();
      opener.className = "share-button";
      opener.setAttribute("aria-label", `Share: ${name}`);
      opener.append(icon.cloneNode(true));
      opener.onclick = () => { opener.focus(); shareSection(head, name); };
      head.setAttribute("aria-labelledby", words.id);
      head.append(words, opener);
    }
  }
}
