// Does a page of newsgraph do in Chromium what a person wants of it?
// Standard input: JSON, {"pages": {name: path}, "checks": [[page, check]…]}; standard output: one JSON line a check, what went wrong or "".
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import assert from "node:assert/strict";
import { chromium } from "playwright-core";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];
const DESK = { viewport: { width: 1440, height: 900 }, reducedMotion: "reduce" };
const PHONE = { viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true, reducedMotion: "reduce" };

const input = JSON.parse(readFileSync(0, "utf8"));
const browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: FLAGS });

const inPage = {
  data: () => JSON.parse(document.getElementById("data").textContent),
  rows: () => [...document.querySelectorAll("#rows tr")].filter((row) => row.getClientRects().length).map((row) => Number(row.dataset.claim)),
  active: () => [...document.querySelectorAll("#rows tr.active")].map((row) => Number(row.dataset.claim)).sort((a, b) => a - b),
  marked: () => [...document.querySelectorAll(".q.active")].map((part) => part.textContent).join(""),
  focused: () => document.activeElement?.getAttribute("href") ?? document.activeElement?.id ?? "",
};
const VIEW = ".view:not([hidden])";
const words = (text) => text.replace(/\s+/g, " ").trim();
// The claims behind an arrow, by the href of its link and its claims' ids.
const behind = (page, arrow) => arrow.evaluate((element) => {
  const { claims } = JSON.parse(document.getElementById("data").textContent);
  return element.dataset.claim.split(" ").map((id) => claims.find((claim) => claim.id === id).number).sort((a, b) => a - b);
});
const point = async (page, arrow) => {
  await arrow.locator("a").evaluate((link) => link.scrollIntoView({ block: "center", inline: "center" }));
  await arrow.locator(".hit, .outline").first().hover({ force: true });
};
const away = (page) => page.mouse.move(2, 2);
const choose = (page, id, value) => page.selectOption(id, value);
const settled = (page) => page.waitForTimeout(250);
const background = (page) => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
async function axe(page) {
  await page.evaluate(AXE);
  const found = await page.evaluate(() => window.axe.run(document, { resultTypes: ["violations"] }));
  assert.deepEqual(found.violations.map(({ id, nodes }) => `${id}: ${nodes[0].html.slice(0, 200)}`), []);
  assert.ok(found.passes.length > 15, "axe looked at little");
}

const CHECKS = {
  async "opens from disk without a word, a request, an inline handler or a style attribute"(open) {
    const page = await open();
    assert.equal(await page.evaluate(() => [...document.querySelectorAll("*")].filter((e) => e.getAttributeNames().some((name) => name.startsWith("on"))).length), 0);
    const source = readFileSync(new URL(page.url()), "utf8");
    assert.ok(!/ style="/.test(source.slice(source.indexOf("<body"), source.indexOf('<script type="application/json"'))));
  },
  async "lets nothing in that has not its hash"(open) {
    const page = await open({}, ["Content Security Policy"]);
    const done = await page.evaluate(() => new Promise((tell) => {
      const broken = [];
      document.addEventListener("securitypolicyviolation", (event) => broken.push(event.effectiveDirective));
      document.body.append(Object.assign(document.createElement("script"), { textContent: "window.bad = 1" }));
      document.body.append(Object.assign(document.createElement("style"), { textContent: "body { opacity: .5 }" }));
      document.body.insertAdjacentHTML("beforeend", '<img src="https://example.org/x.png"><p style="color: red" onclick="window.bad = 2">x</p>');
      document.body.lastElementChild.click();
      setTimeout(() => tell([window.bad ?? 0, getComputedStyle(document.body).opacity, [...new Set(broken)].sort()]), 300);
    }));
    assert.deepEqual(done.slice(0, 2), [0, "1"]);
    assert.deepEqual(done[2], ["img-src", "script-src-attr", "script-src-elem", "style-src-attr", "style-src-elem"]);
  },
  async "pointing at an arrow marks its words, scrolls to them and says who says it"(open) {
    const page = await open();
    const arrows = await page.locator(`${VIEW} .arrow[data-claim]`).all();
    assert.ok(arrows.length > 5);
    for (const arrow of [arrows[0], arrows[3], arrows.at(-1)]) {
      await away(page);
      await point(page, arrow);
      await settled(page);
      const numbers = await behind(page, arrow);
      assert.deepEqual(await page.evaluate(inPage.active), numbers);
      const { claims } = await page.evaluate(inPage.data);
      const [marked, told] = [words(await page.evaluate(inPage.marked)), words(await page.locator("#details").innerText())];
      for (const claim of numbers.map((number) => claims[number - 1])) {
        assert.ok(marked.includes(words(claim.quote)) || numbers.length > 1, `${marked} / ${claim.quote}`);
        for (const part of [claim.who, ...(claim.via ?? []), ...claim.parts, claim.quote]) assert.ok(told.includes(words(part)), `${part} / ${told}`);
      }
      const seen = await page.evaluate(() => {
        const [word, box] = [document.querySelector(".q.active"), document.getElementById("texts")].map((element) => element.getBoundingClientRect());
        return word.top >= box.top - 1 && word.bottom <= box.bottom + 1;
      });
      assert.ok(seen, "the words are out of sight");
    }
    await away(page);
    await settled(page);
    assert.deepEqual(await page.evaluate(inPage.active), []);
  },
  async "pointing at words marks their arrows, and claims about claims together"(open) {
    const page = await open();
    const { claims } = await page.evaluate(inPage.data);
    const about = claims.find((claim) => claim.related?.some(([kind]) => kind === "content" || kind === "about" || kind === "refutes"));
    const part = page.locator(`.q[data-claims="${about.number}"], .q[data-claims^="${about.number} "], .q[data-claims$=" ${about.number}"]`).first();
    await part.hover();
    const numbers = (await part.getAttribute("data-claims")).split(" ").map(Number);
    assert.deepEqual(await page.evaluate(inPage.active), numbers);
    const lit = await page.evaluate(() => [...document.querySelectorAll(".canvas [data-claim].active")].map((arrow) => arrow.dataset.claim));
    assert.ok(lit.length && numbers.every((number) => lit.some((ids) => ids.includes(claims[number - 1].id))), "not every claim's arrow is marked");
    const ids = new Set(numbers.flatMap((number) => (claims[number - 1].related ?? []).map(([, id]) => id)));
    for (const number of numbers) ids.delete(claims[number - 1].id);
    const near = await page.evaluate(() => [...document.querySelectorAll("#rows tr.near")].map((row) => Number(row.dataset.claim)));
    assert.deepEqual(new Set(near), new Set(claims.filter((claim) => ids.has(claim.id)).map((claim) => claim.number)));
    await part.click();
    await away(page);
    await settled(page);
    assert.deepEqual(await page.evaluate(inPage.active), numbers, "a choice stays");
    await page.keyboard.press("Escape");
    assert.deepEqual(await page.evaluate(inPage.active), []);
  },
  async "each filter leaves as many claims as it says"(open) {
    const page = await open();
    const total = (await page.evaluate(inPage.rows)).length;
    for (const field of ["speaker", "medium", "polarity", "modality", "relation"]) {
      const options = await page.locator(`#f-${field} option`).evaluateAll((all) => all.slice(1).map((option) => [option.value, Number(/\((\d+)\)$/.exec(option.textContent)[1])]));
      for (const [value, count] of options.slice(0, 4)) {
        await choose(page, `#f-${field}`, value);
        const rows = await page.evaluate(inPage.rows);
        assert.equal(rows.length, count, `${field}=${value}`);
        assert.match(await page.locator("#count").textContent(), new RegExp(`\\b${count} .*${total}`));
        const { claims } = await page.evaluate(inPage.data);
        const ids = new Set(rows.map((number) => claims[number - 1].id));
        const wrong = await page.evaluate((ids) => [...document.querySelectorAll(".canvas [data-claim]")].filter((arrow) => arrow.matches(".off") === arrow.dataset.claim.split(" ").some((id) => ids.includes(id))).length, [...ids]);
        assert.equal(wrong, 0, "arrows that are not as the filter wants");
      }
      await page.click("button[type=reset]");
      await page.waitForFunction((total) => document.querySelectorAll("#rows tr:not([hidden])").length === total, total);
    }
  },
  async "search finds names and words, says when there are none, and Escape ends it"(open) {
    const page = await open();
    const { claims } = await page.evaluate(inPage.data);
    const word = claims[0].parts[1];
    await page.fill("#search", word.toUpperCase());
    const rows = await page.evaluate(inPage.rows);
    assert.ok(rows.length && rows.length < claims.length && rows.includes(1));
    for (const number of rows) assert.ok(JSON.stringify(claims[number - 1]).toLowerCase().includes(word.toLowerCase()), number);
    await page.fill("#search", "немаєтакогослова");
    assert.deepEqual(await page.evaluate(inPage.rows), []);
    assert.ok((await page.locator("#count").textContent()).length > 8);
    await page.focus("#search");
    await page.keyboard.press("Escape");
    assert.equal((await page.evaluate(inPage.rows)).length, claims.length);
  },
  async "the table is sorted by each column, both ways"(open) {
    const page = await open();
    const count = (await page.evaluate(inPage.rows)).length;
    for (const column of [1, 2, 5, 0]) {
      const button = page.locator("th button").nth(column);
      for (const order of ["ascending", "descending"]) {
        await button.focus();
        await page.keyboard.press("Enter");
        assert.equal(await page.locator("th").nth(column).getAttribute("aria-sort"), order);
        const [lang, cells] = await page.evaluate((column) => [document.documentElement.lang, [...document.querySelectorAll("#rows tr")].map((row) => row.cells[column].textContent.trim())], column);
        const collator = new Intl.Collator(lang, { numeric: true });
        const wanted = [...cells].sort((a, b) => (order === "ascending" ? 1 : -1) * collator.compare(a, b));
        assert.deepEqual(cells, wanted);
        assert.equal(cells.length, count);
      }
    }
  },
  async "everything is reached and moved by keys"(open) {
    const page = await open();
    const stops = [];
    for (let i = 0; i < 60; i += 1) {
      await page.keyboard.press("Tab");
      const stop = await page.evaluate(() => {
        const element = document.activeElement;
        if (element === document.body) return "";
        const name = ["#search", "#f-speaker", "#f-medium", "#f-polarity", "#f-modality", "#f-relation", "[type=reset]", "#theme", "#texts", ".q", "[role=tab]", "#zoom-in", ".canvas", ".canvas a", "#details", "th button", "#rows a", ".skips a"].find((selector) => element.matches(selector));
        const ring = getComputedStyle(element);
        return `${name}${name === ".canvas a" || (ring.outlineStyle !== "none" && parseFloat(ring.outlineWidth) >= 1) ? "" : " without a ring"}`;
      });
      if (!stop) break;
      stops.push(stop);
    }
    assert.deepEqual(stops.filter((stop) => stop.includes("without")), []);
    assert.equal(stops[0], ".skips a");
    const wanted = ["#theme", "#search", "#f-speaker", "#f-medium", "#f-polarity", "#f-modality", "#f-relation", "[type=reset]", "#texts", ".q", "[role=tab]", "#zoom-in", ".canvas", ".canvas a", "#details", "th button", "#rows a"];
    let at = 0;
    for (const stop of stops) if (stop === wanted[at]) at += 1;
    assert.equal(wanted[at], undefined, `not reached in order: ${wanted[at]} in ${stops}`);
    assert.equal(stops.filter((stop) => stop === ".canvas a").length, 1, "one stop for a picture");

    const first = page.locator(`${VIEW} .canvas a[tabindex="0"]`);
    await first.focus();
    const before = await page.evaluate(inPage.active);
    await page.keyboard.press("ArrowRight");
    const after = await page.evaluate(inPage.active);
    assert.ok(after.length && String(before) !== String(after), "the arrow key leads to another arrow");
    await page.keyboard.press("Enter");
    await page.focus("#search");
    assert.deepEqual(await page.evaluate(inPage.active), after, "Enter chooses");
    await page.keyboard.press("Escape");
    assert.deepEqual(await page.evaluate(inPage.active), []);
    await page.locator('.q[tabindex="0"]').focus();
    await page.keyboard.press("End");
    await page.keyboard.press(" ");
    await page.focus("#search");
    assert.ok((await page.evaluate(inPage.active)).length, "Space chooses");
    await page.locator('[role=tab][aria-selected="true"]').focus();
    await page.keyboard.press("ArrowRight");
    assert.equal(await page.locator(`${VIEW}`).count(), 1);
    assert.notEqual(await page.locator(VIEW).getAttribute("id"), "view-0");
  },
  async "zoom by buttons, wheel and keys, pan by mouse"(open) {
    const page = await open();
    const canvas = page.locator(`${VIEW} .canvas`);
    const width = () => canvas.locator("svg").first().evaluate((svg) => svg.getBoundingClientRect().width);
    let last = await width();
    const grows = async (what, factor) => {
      await what();
      await page.waitForTimeout(60);
      const now = await width();
      assert.ok(factor > 1 ? now > last * 1.02 : now < last * 0.98, `${last} → ${now}`);
      last = now;
    };
    await grows(() => page.click("#zoom-in"), 2);
    await grows(() => page.click("#zoom-out"), 0.5);
    await canvas.hover({ position: { x: 200, y: 100 } });
    await page.keyboard.down("Control");
    await grows(() => page.mouse.wheel(0, -300), 2);
    await page.keyboard.up("Control");
    await canvas.focus();
    await grows(() => page.keyboard.press("+"), 2);
    await grows(() => page.keyboard.press("-"), 0.5);
    const place = () => canvas.evaluate((box) => box.scrollLeft);
    const box = await canvas.boundingBox();
    const from = await place();
    await page.mouse.move(box.x + 300, box.y + 20);
    await page.mouse.down();
    await page.mouse.move(box.x + 240, box.y + 10, { steps: 4 });
    await page.mouse.up();
    assert.ok(Math.abs((await place()) - from - 60) <= 2, `panned from ${from} to ${await place()}`);
    await page.click("#zoom-fit");
    const fits = await canvas.evaluate((box) => box.scrollWidth <= box.clientWidth + 1 && box.scrollHeight <= box.clientHeight + 1);
    assert.ok(fits, "the whole picture is seen");
  },
  async "every view opens"(open) {
    const page = await open();
    const tabs = await page.locator("[role=tab]:not([hidden])").all();
    assert.ok(tabs.length >= 3);
    for (const tab of tabs) {
      await tab.click();
      const id = await tab.getAttribute("aria-controls");
      assert.deepEqual(await page.locator(VIEW).evaluateAll((all) => all.map((view) => view.id)), [id]);
      assert.ok((await page.locator(`#${id} svg, #${id} li`).first().boundingBox()).height > 10);
    }
  },
  async "light and dark, by the system and by the button"(open) {
    const light = await open();
    const dark = await open({ colorScheme: "dark" });
    assert.notEqual(await background(light), await background(dark));
    const before = await background(light);
    await light.click("#theme");
    assert.equal(await background(light), await background(dark));
    assert.equal(await light.locator("#theme").getAttribute("aria-pressed"), "true");
    await light.click("#theme");
    assert.equal(await background(light), before);
    const fills = await Promise.all([light, dark].map((page) => page.locator(`${VIEW} .t-ink`).first().evaluate((text) => getComputedStyle(text).fill)));
    assert.notEqual(fills[0], fills[1]);
  },
  async "a phone shows it in one column, and fingers work"(open) {
    const page = await open(PHONE);
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 360);
    const columns = await page.evaluate(() => ["article", "picture", "table"].map((id) => document.getElementById(id).getBoundingClientRect().width));
    assert.ok(columns.every((width) => width > 310), String(columns));
    const arrow = page.locator(`${VIEW} .arrow[data-claim]`).first();
    await arrow.locator("a").evaluate((link) => link.scrollIntoView({ block: "center", inline: "center" }));
    await arrow.locator(".hit").tap({ force: true });
    await settled(page);
    assert.deepEqual(await page.evaluate(inPage.active), await behind(page, arrow));
    await page.tap("#more");
    await choose(page, "#f-polarity", "affirmed");
    assert.ok((await page.evaluate(inPage.rows)).length > 0);
    const canvas = page.locator(`${VIEW} .canvas`);
    await canvas.evaluate((box) => box.scrollIntoView({ block: "center" }));
    const box = await canvas.boundingBox();
    const width = () => canvas.locator("svg").first().evaluate((svg) => svg.getBoundingClientRect().width);
    const before = await width();
    const remote = await page.context().newCDPSession(page);
    const touch = (type, gap) => remote.send("Input.dispatchTouchEvent", { type, touchPoints: gap === undefined ? [] : [{ x: box.x + 150 - gap, y: box.y + 100, id: 0 }, { x: box.x + 150 + gap, y: box.y + 100, id: 1 }] });
    await touch("touchStart", 20);
    await touch("touchMove", 30);
    await touch("touchMove", 45);
    await touch("touchEnd");
    assert.ok((await width()) > before * 1.3, "two fingers make it larger");
  },
  async "prints the article, the picture and the table on white"(open) {
    const page = await open({ colorScheme: "dark" });
    const pdf = await page.pdf({ preferCSSPageSize: true });
    assert.ok(pdf.subarray(0, 5).toString() === "%PDF-" && pdf.length > 20000);
    await page.emulateMedia({ media: "print" });
    const shown = await page.evaluate(() => ["article", "picture", "table", "filter", "details"].map((id) => document.getElementById(id).getClientRects().length > 0));
    assert.deepEqual(shown, [true, true, true, false, false]);
    assert.equal(await background(page), "rgb(255, 255, 255)");
    assert.equal(await page.evaluate(() => document.getElementById("texts").scrollHeight > document.getElementById("texts").clientHeight + 2), false, "the article is cut");
  },
  async "reads without its script"(open) {
    const page = await open({ javaScriptEnabled: false });
    assert.ok((await page.locator("#texts").innerText()).length > 100);
    assert.ok(await page.locator(".view svg").first().isVisible());
    assert.ok(await page.locator("#rows tr").last().isVisible());
    assert.equal(await page.locator("#search").isVisible(), false);
    assert.equal(await page.evaluate("document.documentElement.scrollWidth <= innerWidth"), true);
  },
  async "axe finds nothing, light"(open) { await axe(await open()); },
  async "axe finds nothing, dark"(open) { await axe(await open({ colorScheme: "dark" })); },
  async "axe finds nothing, phone"(open) { await axe(await open(PHONE)); },
  async "texts stay texts"(open) {
    const page = await open({}, [], () => assert.fail("something of the article has run"));
    const source = JSON.parse(readFileSync(input.documents[page.name], "utf8"));
    assert.equal(await page.evaluate(() => document.scripts.length), 2);
    const inside = await page.evaluate(() => [...new Set([...document.querySelectorAll("article *, #rows *, h1 *, .canvas text *")].map((element) => element.localName))].sort());
    assert.deepEqual(inside.filter((name) => !["a", "b", "bdi", "h3", "p", "q", "small", "span", "td", "tr", "tspan", "ol", "li", "time"].includes(name)), []);
    assert.equal(await page.evaluate(() => document.querySelectorAll("#rows b b, article b").length), 0);
    const plain = (text) => text.replace(/[\u0000-\u001f\u007f-\u009f\ufffd\s\p{Noncharacter_Code_Point}]+/gu, " ").trim();
    const text = await page.evaluate(() => [...document.querySelectorAll("article p:not(.about, .note), article h3")].map((line) => line.textContent).join("\n"));
    assert.ok(plain(text).endsWith(plain(source.text)), "the article is not as it was");
    const quotes = await page.locator("#rows q").allTextContents();
    for (const claim of source.claims) assert.ok(quotes.some((quote) => plain(quote) === plain(claim.quote)), claim.quote.slice(0, 80));
    const labels = plain((await page.locator("#rows td:nth-child(3)").allTextContents()).join(" "));
    // Names in a language of neither label stand back behind the English ones.
    for (const { names, en } of source.entities) assert.ok([names[0], en ?? names[0]].some((name) => labels.includes(plain(name))), names[0].slice(0, 80));
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), true, "something is wider than the page");
  },
  async "one of several articles is picked"(open) {
    const page = await open();
    const all = (await page.evaluate(inPage.rows)).length;
    const options = await page.locator("#scope option").evaluateAll((options) => options.map((option) => option.value));
    assert.deepEqual(options, ["*", "0", "1", "2"]);
    let sum = 0;
    for (const value of options.slice(1)) {
      await choose(page, "#scope", value);
      assert.deepEqual(await page.locator("article:visible").evaluateAll((articles) => articles.map((article) => article.dataset.article)), [value]);
      const rows = await page.evaluate(inPage.rows);
      const { claims } = await page.evaluate(inPage.data);
      assert.ok(rows.length && rows.every((number) => claims[number - 1].article === Number(value)));
      assert.equal(await page.locator(VIEW).getAttribute("data-scope"), value);
      sum += rows.length;
    }
    assert.equal(sum, all);
    await choose(page, "#scope", "*");
    assert.equal(await page.locator("article:visible").count(), 3);
    const { claims } = await page.evaluate(inPage.data);
    await page.fill("#search", claims[0].quote);
    assert.deepEqual(await page.locator("article:visible").evaluateAll((articles) => articles.map((article) => article.dataset.article)), ["0"]);
  },
  async "the comparison leads to the words"(open) {
    const page = await open();
    await page.click("#tab-compare");
    const item = page.locator("#view-compare li").first();
    await item.hover();
    const number = Number(await item.getAttribute("data-claim"));
    assert.deepEqual(await page.evaluate(inPage.active), [number]);
    await item.locator("a").click();
    const claims = await page.evaluate(() => document.activeElement.dataset.claims?.split(" ").map(Number));
    assert.ok(claims?.includes(number), "the focus is on the words");
  },
};

async function run(name, check) {
  const contexts = [];
  const said = [];
  const open = async (options = {}, allowed = [], dialog = () => {}) => {
    const context = await browser.newContext({ ...DESK, ...options });
    contexts.push(context);
    const page = await context.newPage();
    page.setDefaultTimeout(8000);
    page.name = name;
    const url = pathToFileURL(input.pages[name]).href;
    page.on("console", (message) => { if (!allowed.some((part) => message.text().includes(part))) said.push(message.text()); });
    page.on("pageerror", (error) => said.push(error.stack));
    page.on("dialog", (box) => { said.push(`dialog: ${box.message()}`); dialog(); box.dismiss(); });
    page.on("request", (request) => { if (request.url() !== url && !allowed.length) said.push(`request: ${request.url()}`); });
    await page.goto(url);
    return page;
  };
  try {
    await CHECKS[check](open);
    assert.deepEqual(said, []);
    return "";
  } catch (error) {
    return `${error.message}\n${error.stack.split("\n").filter((line) => line.includes("page.mjs")).slice(0, 3).join("\n")}\n${said.join("\n")}`;
  } finally {
    for (const context of contexts) await context.close();
  }
}

const queue = [...input.checks];
await Promise.all([0, 1].map(async () => {
  while (queue.length) {
    const [page, check] = queue.shift();
    console.log(JSON.stringify([page, check, await run(page, check)]));
  }
}));
await browser.close();
