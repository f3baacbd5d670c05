// The table of all trials: sort it, filter it, choose its columns. The address keeps the state, as in
// `#?q=wild&sort=response&dir=desc`. Without this script the table is plain and whole.
"use strict";
{
  const form = document.querySelector(".explorer__controls");
  const table = document.querySelector(".explorer__table");
  const body = table.tBodies[0];
  const rows = [...body.rows]; // in the order of the page
  const heads = [...table.tHead.rows[0].cells];
  const columns = heads.map((head) => head.dataset.column);
  const filters = [...form.querySelectorAll("select")];
  const search = form.elements.q;
  const status = form.querySelector("[role=status]");
  let collator; // made when first needed: that takes a phone 50 ms
  const NONE = "–";
  const words = new Map(rows.map((row) => [row, row.textContent.toLowerCase()]));
  let sorted = { column: "", down: false };
  let order = rows; // in which they stand now

  const boxes = () => [...form.querySelectorAll("[type=checkbox]")]; // one a column
  const text = (cell) => cell.textContent.trim();
  const values = (cell) => cell.dataset.values?.split("|") ?? [text(cell)];

  // What a cell is sorted by; null where nothing was reported.
  const rank = (cell, isNumber) => {
    if (isNumber) return "sort" in cell.dataset ? Number(cell.dataset.sort) : null;
    const said = cell.firstChild.dateTime ?? text(cell.firstChild);
    return said === NONE ? null : said;
  };

  // --- Show what the controls say.

  const isShown = (row) =>
    search.value.toLowerCase().split(/\s+/).every((word) => words.get(row).includes(word)) &&
    filters.every(({ name, value }) => !value || values(row.cells[columns.indexOf(name)]).includes(value));

  const inOrder = () => {
    const index = columns.indexOf(sorted.column);
    if (index < 0) return rows;
    const isNumber = "number" in heads[index].dataset;
    collator ??= new Intl.Collator(document.documentElement.lang, { numeric: true });
    const ranks = new Map(rows.map((row) => [row, rank(row.cells[index], isNumber)]));
    return [...rows].sort((one, other) => {
      const [a, b] = [ranks.get(one), ranks.get(other)];
      if (a === null || b === null) return (a === null) - (b === null); // last, whichever way round
      const order = isNumber ? (a > b) - (a < b) : collator.compare(a, b);
      return sorted.down ? -order : order;
    });
  };

  // Only what changes is written: to lay the table out anew takes a phone a while.
  const show = () => {
    const next = inOrder();
    if (next.some((row, index) => row !== order[index])) body.append(...next);
    order = next;
    for (const row of rows) row.hidden = !isShown(row);
    heads.forEach((head, index) => {
      const isSorted = columns[index] === sorted.column;
      if (isSorted) head.setAttribute("aria-sort", sorted.down ? "descending" : "ascending");
      else head.removeAttribute("aria-sort");
    });
    for (const box of boxes()) {
      const index = columns.indexOf(box.value);
      if (heads[index].classList.contains("away") === !box.checked) continue;
      for (const row of table.rows) row.cells[index].classList.toggle("away", !box.checked);
    }
    const shown = rows.filter((row) => !row.hidden).length;
    const said = form.dataset.shown.replace("{shown}", shown).replace("{all}", rows.length);
    const news = shown ? said : form.dataset.nothing;
    if (status.textContent !== news) status.textContent = news;
  };

  // --- Keep the state in the address, and take it from there.

  const asQuery = () => {
    const query = new URLSearchParams();
    for (const { name, value } of [search, ...filters]) if (value.trim()) query.set(name, value.trim());
    if (sorted.column) {
      query.set("sort", sorted.column);
      query.set("dir", sorted.down ? "desc" : "asc");
    }
    const toggled = boxes().filter((box) => box.checked !== box.defaultChecked).map((box) => box.value);
    if (toggled.length) query.set("columns", toggled.join("."));
    return query.toString();
  };

  const keep = (how) => {
    const query = asQuery();
    const address = location.href.split("#")[0] + (query ? `#?${query}` : "");
    if (address !== location.href) history[how](null, "", address);
    show();
  };

  const restore = () => {
    const { hash } = location;
    if (hash && !hash.startsWith("#?")) return show(); // the way to a trial further down
    const query = new URLSearchParams(hash.slice(2));
    for (const control of [search, ...filters]) control.value = query.get(control.name) ?? "";
    for (const filter of filters) if (filter.selectedIndex < 0) filter.selectedIndex = 0;
    const column = query.get("sort") ?? "";
    sorted = { column: columns.includes(column) ? column : "", down: query.get("dir") === "desc" };
    const toggled = new Set(query.get("columns")?.split("."));
    for (const box of boxes()) box.checked = box.defaultChecked !== toggled.has(box.value);
    show();
  };

  // A first click sorts numbers from the top and words from A, a second turns that round, and a third
  // gives the page's own order back.
  const sortBy = (head) => {
    const { column } = head.dataset;
    const first = "number" in head.dataset;
    if (sorted.column !== column) sorted = { column, down: first };
    else if (sorted.down === first) sorted = { column, down: !first };
    else sorted = { column: "", down: false };
    keep("pushState");
  };

  // --- Make the controls.

  for (const head of heads) {
    const button = document.createElement("button");
    button.type = "button";
    button.append(...head.childNodes);
    button.addEventListener("click", () => sortBy(head));
    head.append(button);
  }
  for (const head of heads.slice(1)) {
    const label = document.createElement("label");
    const box = document.createElement("input");
    box.type = "checkbox";
    box.value = head.dataset.column;
    box.defaultChecked = !head.classList.contains("away");
    label.append(box, " ", text(head));
    form.querySelector("fieldset").append(label);
  }
  search.addEventListener("input", () => keep("replaceState"));
  form.addEventListener("change", ({ target }) => { if (target !== search) keep("pushState"); });
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", (event) => {
    event.preventDefault();
    form.querySelectorAll("input[type=search], select").forEach((control) => { control.value = ""; });
    for (const box of boxes()) box.checked = box.defaultChecked;
    sorted = { column: "", down: false };
    keep("pushState");
  });
  addEventListener("popstate", restore);
  addEventListener("hashchange", restore);
  form.hidden = false;
  restore();
}
