"use strict";
// How do the parts of the page find each other? The page holds articles, pictures and a table; this joins them. What articles say is
// put in by textContent only.
(() => {
  const $ = (id) => document.getElementById(id);
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const { claims, words, lang } = JSON.parse($("data").textContent);
  const root = document.documentElement;
  const calm = matchMedia("(prefers-reduced-motion: reduce)");
  const numberOf = new Map(claims.map((claim) => [claim.id, claim.number]));
  const claimOf = (number) => claims[number - 1];
  const numbersOf = (ids) => ids.split(" ").map((id) => numberOf.get(id)).filter(Boolean);

  // Everything that stands for claims: arrows and cards, stretches of text, rows, items of the comparison.
  const marks = [
    ...all(".canvas [data-claim]").map((element) => ({ element, kind: "drawn", numbers: numbersOf(element.dataset.claim) })),
    ...all(".q").map((element) => ({ element, kind: "text", numbers: element.dataset.claims.split(" ").map(Number) })),
    ...all("tr[data-claim]").map((element) => ({ element, kind: "row", numbers: [Number(element.dataset.claim)] })),
    ...all("li[data-claim]").map((element) => ({ element, kind: "item", numbers: [Number(element.dataset.claim)] })),
  ];
  const markOf = new Map(marks.map((mark) => [mark.element, mark]));
  const ofEntity = new Map();
  for (const claim of claims) {
    for (const slug of claim.entities) {
      if (!ofEntity.has(slug)) ofEntity.set(slug, []);
      ofEntity.get(slug).push(claim.number);
    }
  }
  const boxes = all(".canvas .box:not([data-claim])").map((element) => {
    const value = /-value-([0-9a-f]+)$/.exec(element.id);
    const numbers = value ? numbersOf(value[1]) : ofEntity.get(element.dataset.entity) ?? [];
    return { element, kind: "box", numbers };
  });
  boxes.forEach((box) => markOf.set(box.element, box));
  const arrowId = (text) => numberOf.get(text.slice(-16));
  const links = all(".canvas .link[data-from]").map((element) => ({
    element,
    ends: [arrowId(element.dataset.from), arrowId(element.dataset.to)],
  }));
  // Lines that only join a speaker, the media and the claims.
  const joins = all(".canvas .arrow[data-from]:not([data-claim])");
  const articles = all("[data-article]");
  const svgs = all(".canvas svg");

  // What is shown now: what is chosen stays, what is pointed at comes and goes.
  let chosen = [];
  let shown = new Set(claims.map((claim) => claim.number));
  let scope = "*";

  const toggle = (element, name, on) => element.classList.toggle(name, on);

  // The ids of boxes, and the joins, that go with some of the drawn claims.
  function around(drawn) {
    const ids = new Set();
    for (const { element } of drawn) [element.id, element.dataset.from, element.dataset.to].forEach((id) => ids.add(id));
    const joined = new Set();
    for (let more = true; more;) {
      const next = joins.filter((join) => !joined.has(join) && ids.has(join.dataset.to));
      more = next.length > 0;
      for (const join of next) joined.add(join) && ids.add(join.dataset.from);
    }
    return { ids, joined };
  }

  function light(numbers) {
    const active = new Set(numbers);
    const near = new Set();
    for (const number of active) {
      for (const [, id] of claimOf(number).related ?? []) {
        const other = numberOf.get(id);
        if (other && !active.has(other)) near.add(other);
      }
    }
    const either = (number) => active.has(number) || near.has(number);
    for (const mark of marks) {
      const on = mark.numbers.some((number) => active.has(number));
      toggle(mark.element, "active", on);
      toggle(mark.element, "near", !on && mark.numbers.some((number) => near.has(number)));
      if (mark.kind === "row") mark.element.toggleAttribute("aria-current", on);
    }
    const { ids, joined } = around(marks.filter((mark) => mark.kind === "drawn" && mark.numbers.some(either)));
    for (const { element } of boxes) toggle(element, "touched", ids.has(element.id));
    for (const join of joins) toggle(join, "touched", joined.has(join));
    for (const link of links) toggle(link.element, "active", link.ends.every(either) && link.ends.some((end) => active.has(end)));
    svgs.forEach((svg) => toggle(svg, "lit", active.size > 0 && all(".active", svg).length > 0));
  }

  // The details, in words.
  function make(tag, text, name) {
    const element = document.createElement(tag);
    if (text) element.textContent = text;
    if (name) element.className = name;
    return element;
  }

  const manner = (claim) => [
    claim.polarity === "negated" ? words.negated : "",
    claim.modality === "actual" ? "" : words[claim.modality],
    claim.hedged ? words.hedged : "",
  ].filter(Boolean).join(", ");
  const spoken = (claim) => {
    const how = manner(claim);
    return `${claim.who}: ${claim.parts.join(" ")}${how ? ` (${how})` : ""}`;
  };

  function sentence(claim) {
    const line = make("span", "", `what k-${claim.colour}`);
    const [subject, relation, object] = claim.parts;
    line.append(make("bdi", subject), " ", make("b", relation), " ", make("bdi", object));
    return line;
  }

  function details(claim) {
    const box = make("div", "", "told");
    const head = make("p");
    head.append(sentence(claim));
    const list = make("dl");
    const say = (key, text) => {
      if (!text) return;
      const value = make("dd", text);
      value.dir = "auto";
      list.append(make("dt", words[key]), value);
    };
    const how = [words[claim.polarity], words[claim.modality], claim.hedged ? words.hedged : ""];
    say("who", claim.anonymous ? `${claim.who} (${words.anonymous})` : claim.who);
    say("medium", (claim.via ?? []).join(", "));
    say("how", how.filter(Boolean).join(", "));
    say("when", claim.time);
    say("where", claim.place);
    const quote = make("blockquote", claim.quote);
    quote.dir = "auto";
    const article = $(`article-${claim.article}`);
    if (article) quote.lang = article.lang;
    const side = make("div");
    side.append(quote);
    box.append(head, list, side);
    if (claim.related) {
      const others = make("ul");
      others.setAttribute("aria-label", words.related);
      for (const [kind, id] of claim.related) {
        const other = claimOf(numberOf.get(id));
        const item = make("li");
        const button = make("button", other.parts.join(" "));
        button.type = "button";
        button.dataset.go = other.number;
        item.append(make("span", `${words[kind]}: `), button);
        others.append(item);
      }
      side.append(others);
    }
    return box;
  }

  const hint = $("details").firstElementChild;

  function show(numbers) {
    const now = numbers.filter((number) => claimOf(number));
    light(now);
    const told = now.slice(0, 12).map((number) => details(claimOf(number)));
    $("details").replaceChildren(...(told.length ? told : [hint]));
    $("details").scrollTop = 0;
  }

  // Brings an element into the middle of its own box, without moving the page.
  function reveal(element, box) {
    const [inner, outer] = [element.getBoundingClientRect(), box.getBoundingClientRect()];
    const outside = inner.top < outer.top || inner.bottom > outer.bottom || inner.left < outer.left || inner.right > outer.right;
    if (!outside || !outer.height) return;
    box.scrollBy({
      top: (inner.top + inner.bottom) / 2 - (outer.top + outer.bottom) / 2,
      left: (inner.left + inner.right) / 2 - (outer.left + outer.right) / 2,
      behavior: calm.matches ? "auto" : "smooth",
    });
  }

  function revealText(numbers) {
    const found = marks.find((mark) => mark.kind === "text" && mark.element.offsetParent && mark.numbers.some((n) => numbers.includes(n)));
    if (found) reveal(found.element, $("texts"));
  }

  function revealDrawn(numbers) {
    const found = marks.find((mark) => mark.kind === "drawn" && mark.element.getClientRects().length && numbers.includes(mark.numbers[0]));
    if (found) reveal(found.element.querySelector(".hit, .outline") ?? found.element, found.element.closest(".canvas"));
  }

  function follow(mark, numbers) {
    if (mark.kind !== "text") revealText(numbers);
    if (mark.kind !== "drawn" && mark.kind !== "box") revealDrawn(numbers);
  }

  const targets = ".canvas .arrow[data-claim], .canvas .box, .q, tr[data-claim], li[data-claim]";
  const target = (event) => {
    const element = event.target.closest?.(targets);
    return element ? markOf.get(element) : undefined;
  };
  // Of what a stretch of text stands for, the claims with the fewest words come first.
  const inOrder = (mark) => {
    const seen = mark.numbers.filter((number) => shown.has(number));
    return mark.kind === "text" ? seen.sort((a, b) => claimOf(a).quote.length - claimOf(b).quote.length || a - b) : seen;
  };

  function choose(numbers) {
    chosen = numbers;
    show(chosen);
  }

  let waiting = 0;
  document.addEventListener("pointerover", (event) => {
    if (event.pointerType === "touch" || dragging) return;
    const mark = target(event);
    clearTimeout(waiting);
    if (mark && inOrder(mark).length) {
      show(inOrder(mark));
      if (mark.kind === "drawn") waiting = setTimeout(() => revealText(inOrder(mark)), 150);
    } else if (!event.target.closest?.("#details")) {
      waiting = setTimeout(() => show(chosen), 80);
    }
  });
  document.documentElement.addEventListener("pointerleave", () => show(chosen));
  document.addEventListener("focusin", (event) => {
    const mark = target(event);
    if (!mark || !event.target.matches(":focus-visible")) return;
    show(inOrder(mark));
    follow(mark, inOrder(mark));
    if (mark.kind === "drawn" || mark.kind === "box") reveal(event.target, mark.element.closest(".canvas"));
  });
  document.addEventListener("focusout", (event) => {
    if (target(event) && !event.relatedTarget?.closest("#details")) show(chosen);
  });
  document.addEventListener("click", (event) => {
    const go = event.target.closest?.("[data-go]");
    if (go) {
      const number = Number(go.dataset.go);
      choose([number]);
      revealText([number]);
      revealDrawn([number]);
      $("details").focus();
      return;
    }
    const mark = target(event);
    if (!mark) {
      if (event.target.closest?.(".canvas, #texts") && !moved) choose([]);
      return;
    }
    if (event.target.closest("a")) event.preventDefault();
    if (moved || getSelection().type === "Range") return;
    const numbers = inOrder(mark);
    const same = numbers.length === chosen.length && numbers.every((number) => chosen.includes(number));
    choose(same && mark.kind !== "row" ? [] : numbers);
    follow(mark, numbers);
    // The number of a row, the sentence of a comparison lead to the words.
    if ((mark.kind === "row" || mark.kind === "item") && event.target.closest("a")) {
      const words = marks.find((other) => other.kind === "text" && other.numbers.includes(numbers[0]));
      words?.element.focus();
      words?.element.scrollIntoView({ block: "center" });
    }
  });

  // One stop of the Tab key for each group; arrow keys lead on within it.
  const groups = [];
  function roving(container, selector) {
    const group = { container, items: () => all(selector, container).filter((item) => !item.closest(".off, [hidden]")) };
    all(selector, container).forEach((item) => item.setAttribute("tabindex", "-1"));
    group.settle = () => {
      const items = group.items();
      if (items.some((item) => item.getAttribute("tabindex") === "0")) return;
      all(selector, container).forEach((item) => item.setAttribute("tabindex", "-1"));
      items[0]?.setAttribute("tabindex", "0");
    };
    group.go = (item) => {
      all(selector, container).forEach((other) => other.setAttribute("tabindex", other === item ? "0" : "-1"));
      item.focus();
    };
    container.addEventListener("keydown", (event) => {
      const here = event.target.closest(selector);
      if (!here || event.ctrlKey || event.metaKey || event.altKey) return;
      const items = group.items();
      const at = items.indexOf(here);
      const to = { ArrowRight: at + 1, ArrowDown: at + 1, ArrowLeft: at - 1, ArrowUp: at - 1, Home: 0, End: items.length - 1 }[event.key];
      if (to !== undefined) {
        event.preventDefault();
        if (items[(to + items.length) % items.length]) group.go(items[(to + items.length) % items.length]);
      } else if (event.key === " ") {
        event.preventDefault();
        here.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true }));
      }
    });
    container.addEventListener("focusin", (event) => {
      const here = event.target.closest(selector);
      if (here) all(selector, container).forEach((other) => other.setAttribute("tabindex", other === here ? "0" : "-1"));
    });
    groups.push(group);
    group.settle();
    return group;
  }
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    if (document.activeElement === $("search") && $("search").value) {
      $("search").value = "";
      filter();
    }
    choose([]);
  });

  // Filters and search.
  const plain = (text) => text.normalize("NFC").toLocaleLowerCase(lang).replace(/[’ʼ`´‘]/g, "'");
  const hay = claims.map((claim) => plain([claim.who, ...(claim.via ?? []), ...claim.parts, claim.time, claim.place, claim.quote].join(" ")));
  const fields = {
    "f-speaker": (claim, value) => claim.speaker === value,
    "f-medium": (claim, value) => (claim.media ?? []).includes(value),
    "f-polarity": (claim, value) => claim.polarity === value,
    "f-modality": (claim, value) => claim.modality === value,
    "f-relation": (claim, value) => claim.relation === value,
  };

  function filter() {
    const wanted = Object.entries(fields).filter(([id]) => $(id).value !== "*");
    const tokens = plain($("search").value).split(/\s+/).filter(Boolean);
    const fits = (claim, at) =>
      (scope === "*" || claim.article === Number(scope)) &&
      wanted.every(([id, test]) => test(claim, $(id).value)) &&
      tokens.every((token) => hay[at].includes(token));
    const fitting = claims.filter(fits);
    shown = new Set(fitting.map((claim) => claim.number));
    // Of several articles, those stay in which something is found.
    const found = new Set(fitting.map((claim) => String(claim.article)));
    const narrowed = scope === "*" && found.size > 0 && (wanted.length > 0 || tokens.length > 0);
    for (const article of articles) {
      const { article: place } = article.dataset;
      article.hidden = narrowed ? !found.has(place) : scope !== "*" && place !== scope;
    }
    Object.keys(fields).forEach((id) => toggle($(id), "on", $(id).value !== "*"));
    toggle($("search"), "on", tokens.length > 0);
    for (const mark of marks) {
      const off = !mark.numbers.some((number) => shown.has(number));
      if (mark.kind === "row") mark.element.hidden = off;
      else toggle(mark.element, "off", off);
    }
    const { ids, joined } = around(marks.filter((mark) => mark.kind === "drawn" && mark.numbers.some((number) => shown.has(number))));
    for (const { element } of boxes) toggle(element, "off", !ids.has(element.id));
    for (const join of joins) toggle(join, "off", !joined.has(join));
    for (const link of links) toggle(link.element, "off", !link.ends.every((end) => shown.has(end)));
    const count = words.shown.replace("{n}", shown.size).replace("{x}", claims.length);
    $("count").textContent = shown.size ? count : claims.length ? words["shown-none"] : words.empty;
    chosen = chosen.filter((number) => shown.has(number));
    show(chosen);
    groups.forEach((group) => group.settle());
  }
  $("more").addEventListener("click", () => {
    $("more").setAttribute("aria-expanded", $("filter").classList.toggle("open"));
  });
  $("filter").addEventListener("input", filter);
  $("filter").addEventListener("submit", (event) => event.preventDefault());
  $("filter").addEventListener("reset", () => setTimeout(filter));

  // Views of the picture.
  const tabs = all("[role=tab]");
  const viewOf = (tab) => $(tab.getAttribute("aria-controls"));

  function open(tab) {
    for (const other of tabs) {
      other.setAttribute("aria-selected", other === tab);
      viewOf(other).hidden = other !== tab;
    }
    all(".zoom button").forEach((button) => { button.disabled = !canvas(); });
    if (canvas()) start(canvas());
    else $("zoom").textContent = "";
    tabGroup?.settle();
  }

  function scoped() {
    const own = tabs.some((tab) => tab.dataset.scope === scope);
    for (const tab of tabs) tab.hidden = tab.dataset.scope !== "" && tab.dataset.scope !== (own ? scope : "*");
    const now = tabs.find((tab) => !tab.hidden && tab.getAttribute("aria-selected") === "true");
    const first = now ?? tabs.find((tab) => !tab.hidden);
    if (first) open(first);
    filter();
  }
  tabs.forEach((tab) => {
    viewOf(tab).setAttribute("role", "tabpanel");
    viewOf(tab).setAttribute("aria-labelledby", tab.id);
    tab.addEventListener("click", () => open(tab));
  });
  $("scope")?.addEventListener("change", () => {
    scope = $("scope").value;
    $("texts").scrollTop = 0;
    scoped();
  });

  // Zoom and pan: the box scrolls, the picture has a size.
  const sizes = new Map();
  const canvas = () => all(".canvas").find((box) => !box.closest("[hidden]"));
  const naturalOf = (box) => {
    const { width, height } = box.querySelector("svg").viewBox.baseVal;
    return { width, height };
  };
  const fit = (box) => Math.min((box.clientWidth - 2) / naturalOf(box).width, (box.clientHeight - 2) / naturalOf(box).height);

  const across = (box) => (box.clientWidth - 2) / naturalOf(box).width;

  function zoom(box, size, x = box.clientWidth / 2, y = box.clientHeight / 2) {
    const before = sizes.get(box) ?? 1;
    const now = Math.min(4, Math.max(0.1, size));
    const { width, height } = naturalOf(box);
    const [left, top] = [(box.scrollLeft + x) / before, (box.scrollTop + y) / before];
    const svg = box.querySelector("svg");
    svg.style.width = `${width * now}px`;
    svg.style.height = `${height * now}px`;
    box.scrollLeft = left * now - x;
    box.scrollTop = top * now - y;
    sizes.set(box, now);
    $("zoom").textContent = `${Math.round(now * 100)} %`;
  }

  function start(box) {
    // As a whole where that can be read, else as wide as the box where that can be read, else from the beginning.
    if (!sizes.has(box)) {
      zoom(box, Math.min(1, Math.max(fit(box), Math.min(across(box), 0.8), 0.62)), 0, 0);
      // The first box is the one that matters most.
      const [main, outer] = [box.querySelector(".box")?.getBoundingClientRect(), box.getBoundingClientRect()];
      if (main) box.scrollLeft = (main.left + main.right) / 2 - outer.left - outer.width / 2;
    } else $("zoom").textContent = `${Math.round(sizes.get(box) * 100)} %`;
  }
  const step = (factor) => { if (canvas()) zoom(canvas(), sizes.get(canvas()) * factor); };
  const whole = () => { if (canvas()) zoom(canvas(), Math.min(1.5, fit(canvas())), 0, 0); };
  $("zoom-in").addEventListener("click", () => step(1.25));
  $("zoom-out").addEventListener("click", () => step(0.8));
  $("zoom-fit").addEventListener("click", whole);

  $("widen").addEventListener("click", () => {
    const on = document.querySelector(".panes").classList.toggle("widened");
    $("widen").setAttribute("aria-pressed", on);
    if (canvas()) zoom(canvas(), Math.min(1, across(canvas())), 0, 0);
  });

  let dragging = false;
  let moved = false;
  for (const box of all(".canvas")) {
    box.addEventListener("wheel", (event) => {
      if (!event.ctrlKey && !event.metaKey) return;
      event.preventDefault();
      const { left, top } = box.getBoundingClientRect();
      zoom(box, sizes.get(box) * Math.exp(-event.deltaY / 300), event.clientX - left, event.clientY - top);
    }, { passive: false });
    box.addEventListener("keydown", (event) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      const act = { "+": () => step(1.25), "=": () => step(1.25), "-": () => step(0.8), 0: whole }[event.key];
      if (act) {
        event.preventDefault();
        act();
      }
    });
    box.addEventListener("dragstart", (event) => event.preventDefault());
    box.addEventListener("pointerdown", (event) => {
      moved = false;
      if (event.pointerType === "touch" || event.button !== 0) return;
      const from = { x: event.clientX + box.scrollLeft, y: event.clientY + box.scrollTop };
      const move = (now) => {
        const [x, y] = [from.x - now.clientX, from.y - now.clientY];
        if (!dragging && Math.hypot(x - box.scrollLeft, y - box.scrollTop) < 5) return;
        dragging = moved = true;
        box.classList.add("dragging");
        box.scrollLeft = x;
        box.scrollTop = y;
      };
      const end = () => {
        dragging = false;
        box.classList.remove("dragging");
        removeEventListener("pointermove", move);
        setTimeout(() => { moved = false; });
      };
      addEventListener("pointermove", move);
      addEventListener("pointerup", end, { once: true });
      addEventListener("pointercancel", end, { once: true });
    });
    // Two fingers.
    let apart = 0;
    const distance = ({ touches: [a, b] }) => Math.hypot(a.clientX - b.clientX, a.clientY - b.clientY);
    box.addEventListener("touchstart", (event) => { if (event.touches.length === 2) apart = distance(event); }, { passive: true });
    box.addEventListener("touchmove", (event) => {
      if (event.touches.length !== 2) return;
      event.preventDefault();
      const now = distance(event);
      const { left, top } = box.getBoundingClientRect();
      const [a, b] = event.touches;
      if (apart) zoom(box, (sizes.get(box) * now) / apart, (a.clientX + b.clientX) / 2 - left, (a.clientY + b.clientY) / 2 - top);
      apart = now;
    }, { passive: false });
  }

  // The table.
  const collator = new Intl.Collator(lang, { numeric: true });
  const heads = all("th");
  const live = $("live");
  heads.forEach((head, column) => {
    const button = make("button", head.textContent);
    button.type = "button";
    head.replaceChildren(button);
    head.setAttribute("aria-sort", column ? "none" : "ascending");
    button.addEventListener("click", () => {
      const down = head.getAttribute("aria-sort") === "ascending";
      heads.forEach((other) => other.setAttribute("aria-sort", "none"));
      head.setAttribute("aria-sort", down ? "descending" : "ascending");
      const key = (row) => row.cells[column].dataset.sort ?? row.cells[column].textContent.trim();
      const rows = all("#rows tr").map((row) => [key(row), row]);
      // What has nothing there stands last in any order.
      rows.sort(([a], [b]) => !a - !b || (down ? -1 : 1) * collator.compare(a, b));
      $("rows").append(...rows.map(([, row]) => row));
      live.textContent = `${button.textContent} ${down ? "↓" : "↑"}`;
    });
  });

  // Light and dark.
  const system = matchMedia("(prefers-color-scheme: dark)");
  const isDark = () => root.dataset.theme === "dark" || (root.dataset.theme === "auto" && system.matches);
  const say = () => $("theme").setAttribute("aria-pressed", isDark());
  $("theme").addEventListener("click", () => {
    root.dataset.theme = isDark() ? "light" : "dark";
    say();
  });
  system.addEventListener("change", say);

  // Begin.
  root.classList.add("js");
  for (const link of all(".canvas a")) {
    const group = link.parentNode;
    const told = group.dataset.claim ? numbersOf(group.dataset.claim).map((number) => spoken(claimOf(number))) : [];
    if (told.length) link.setAttribute("aria-description", told.join(". "));
  }
  const tabGroup = roving($("tabs"), "[role=tab]");
  tabGroup.items = () => tabs.filter((tab) => !tab.hidden);
  tabGroup.settle = () => tabs.forEach((tab) => tab.setAttribute("tabindex", tab.getAttribute("aria-selected") === "true" ? "0" : "-1"));
  $("tabs").addEventListener("focusin", (event) => { if (event.target.matches("[role=tab]") && event.target.getAttribute("aria-selected") !== "true") open(event.target); });
  svgs.forEach((svg) => roving(svg, "a"));
  roving($("texts"), ".q");
  roving($("rows"), "a");
  say();
  scoped();
  const wanted = /^#r(\d+)$/.exec(location.hash);
  if (wanted && claimOf(Number(wanted[1]))) choose([Number(wanted[1])]);
})();
