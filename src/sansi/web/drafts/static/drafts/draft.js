/* 查稿页 · Checks while you type. Without it the page does the same, a button press later.
   What is typed is sent to this server's own /check and kept in this page's memory only: nothing is stored. */
"use strict";
(() => {
  const form = document.querySelector("form[data-draft]");
  if (!form) return;
  const say = form.dataset;
  const area = form.querySelector("textarea");
  const ink = form.querySelector("[data-ink]");
  const picker = form.querySelector("input[type=file]");
  const found = form.querySelector("[data-found]");
  const status = form.querySelector("[data-status]");
  const card = form.querySelector("[data-file]");
  const copy = form.querySelector("[data-copy]");
  const PAUSE_MS = 300; // shorter asks in the middle of words
  const LIVE_MOST = 100000; // characters: beyond, underlining while typing would be felt
  const MARKS_MOST = 1500;
  let marks = []; // [start, end, cost, number], in order, UTF-16
  let was = area.value; // the text that `marks` are of
  let timer = 0;
  let asking = null;
  document.documentElement.classList.add("live");

  const tell = (words, bad) => {
    status.textContent = words;
    status.classList.toggle("bad", Boolean(bad));
  };

  // ---- underlines: a copy of the text behind the text, in which only the marks are seen
  const draw = () => {
    const text = area.value;
    const parts = document.createDocumentFragment();
    if (text.length <= LIVE_MOST) {
      let at = 0;
      for (const [start, end, cost, number] of marks.slice(0, MARKS_MOST)) {
        parts.append(text.slice(at, start));
        const mark = document.createElement("mark");
        mark.className = cost;
        mark.dataset.number = number;
        mark.append(text.slice(start, end));
        parts.append(mark);
        at = end;
      }
      // A last line that is empty has no height of its own.
      parts.append(text.slice(at) + "\n");
    }
    ink.replaceChildren(parts);
    ink.scrollTop = area.scrollTop;
  };

  // Until the answer is there: marks before the change stay, those behind it move along, the rest goes.
  const shift = () => {
    const now = area.value;
    const least = Math.min(now.length, was.length);
    let head = 0;
    while (head < least && now[head] === was[head]) head += 1;
    let tail = 0;
    while (tail < least - head && now[now.length - 1 - tail] === was[was.length - 1 - tail]) tail += 1;
    const by = now.length - was.length;
    marks = marks.flatMap(([start, end, cost, number]) => {
      if (end <= head) return [[start, end, cost, number]];
      if (start >= was.length - tail) return [[start + by, end + by, cost, number]];
      return [];
    });
    was = now;
  };

  // ---- asking
  const refusal = async (response) => {
    try {
      return (await response.json()).detail || say.failed;
    } catch {
      return say.failed;
    }
  };

  const ask = async (url, body, headers) => {
    if (asking) asking.abort();
    asking = new AbortController();
    const response = await fetch(url, {
      method: "POST", body, headers, signal: asking.signal, cache: "no-store", redirect: "error",
    });
    if (!response.ok) {
      const error = new Error(await refusal(response));
      error.retry = Number(response.headers.get("Retry-After")) || 0;
      throw error;
    }
    return response;
  };

  const failed = (error, again) => {
    if (error.name === "AbortError") return;
    found.removeAttribute("aria-busy");
    tell(error.name === "Error" ? error.message : say.failed, true);
    if (again && error.retry) timer = setTimeout(again, error.retry * 1000);
  };

  const show = (answer) => {
    found.innerHTML = answer.html;
    found.removeAttribute("aria-busy");
    tell(answer.said);
  };

  const check = async () => {
    clearTimeout(timer);
    const text = area.value;
    found.setAttribute("aria-busy", "true");
    try {
      const response = await ask(say.live, JSON.stringify({ text }), { "Content-Type": "application/json" });
      const answer = await response.json();
      if (area.value !== text) return;
      marks = answer.marks;
      was = text;
      show(answer);
      draw();
      copy.hidden = !text;
    } catch (error) {
      failed(error, check);
    }
  };

  const replaceAll = (text) => {
    area.focus();
    area.select();
    insert(text);
  };

  // Through the editor's own command, so that Ctrl+Z brings the old text back.
  const insert = (text) => {
    const long = area.value.length > LIVE_MOST;
    if (long || !document.execCommand("insertText", false, text)) {
      area.setRangeText(text, area.selectionStart, area.selectionEnd, "end");
      area.dispatchEvent(new Event("input", { bubbles: true }));
    }
  };

  const redactAll = async () => {
    tell(say.busy);
    try {
      const body = JSON.stringify({ text: area.value, redact: "all" });
      const response = await ask(say.live, body, { "Content-Type": "application/json" });
      const answer = await response.json();
      replaceAll(answer.text);
      marks = answer.marks;
      was = area.value;
      clearTimeout(timer);
      show(answer);
      draw();
      copy.focus();
    } catch (error) {
      failed(error);
    }
  };

  // ---- files
  const chosen = () => picker.files && picker.files[0];

  const offer = () => {
    const file = chosen();
    card.hidden = !file;
    form.classList.toggle("with-file", Boolean(file));
    if (file) card.querySelector("[data-name]").textContent = file.name;
  };

  // One line of JSON after the other, as the server gets on with it.
  const lines = async function* (response) {
    const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
    let rest = "";
    for (;;) {
      const { done, value } = await reader.read();
      rest += value || "";
      const whole = rest.split("\n");
      rest = whole.pop();
      for (const line of whole) if (line) yield JSON.parse(line);
      if (done) return;
    }
  };

  const checkFile = async () => {
    found.setAttribute("aria-busy", "true");
    tell(say.reading);
    try {
      const body = new FormData();
      body.append("file", chosen());
      for await (const line of lines(await ask(say.stream, body))) {
        if (line.picture) tell(say.picture.replace("%s", line.picture));
        if (line.html) show(line);
      }
    } catch (error) {
      failed(error);
    }
  };

  const download = async (act) => {
    tell(say.busy);
    try {
      const body = new FormData(form);
      body.set("act", act);
      if (chosen()) body.delete("text");
      const response = await ask(say.file, body, { Accept: "application/json" });
      const link = document.createElement("a");
      link.href = URL.createObjectURL(await response.blob());
      const named = /filename\*=UTF-8''([^;]+)/.exec(response.headers.get("Content-Disposition") || "");
      link.download = named ? decodeURIComponent(named[1]) : "sansi.txt";
      link.click();
      setTimeout(() => URL.revokeObjectURL(link.href), 60000);
      tell(decodeURIComponent(response.headers.get("X-Sansi-Said") || "") || say.done);
    } catch (error) {
      failed(error);
    }
  };

  const forget = () => {
    picker.value = "";
    offer();
    check();
    picker.focus();
  };

  // ---- what a person does
  area.addEventListener("input", () => {
    shift();
    draw();
    clearTimeout(timer);
    if (asking) asking.abort();
    if (area.value.length > LIVE_MOST) {
      tell(say.long);
      return;
    }
    timer = setTimeout(check, PAUSE_MS);
  });
  area.addEventListener("scroll", () => { ink.scrollTop = area.scrollTop; }, { passive: true });
  picker.addEventListener("change", () => {
    offer();
    if (chosen()) checkFile();
  });
  card.querySelector("button").addEventListener("click", forget);

  form.addEventListener("submit", (event) => {
    const by = event.submitter;
    if (by && by.hasAttribute("data-plain")) return; // the switch of language takes the text along
    event.preventDefault();
    if (!by || by.value === "check") {
      if (chosen()) checkFile();
      else check();
    } else if (by.name === "act") {
      download(by.value);
    } else if (by.value === "all") {
      redactAll();
    } else if (by.name === "redact") {
      const mark = marks.find((m) => m[3] === Number(by.dataset.number));
      if (!mark) return;
      area.focus();
      area.setSelectionRange(mark[0], mark[1]);
      insert(by.dataset.instead);
    }
  });

  const shown = (number) => ink.querySelector(`mark[data-number="${number}"]`);

  found.addEventListener("click", (event) => {
    const quote = event.target.closest("[data-show]");
    if (!quote) return;
    event.preventDefault();
    const mark = marks.find((m) => m[3] === Number(quote.dataset.show));
    if (!mark) return;
    area.focus();
    area.setSelectionRange(mark[0], mark[1]);
    const drawn = shown(mark[3]);
    if (drawn) area.scrollTop = Math.max(0, drawn.offsetTop - area.clientHeight / 3);
    area.scrollIntoView({ block: "nearest" });
  });

  // The finding that the caret is in stands out in the list.
  document.addEventListener("selectionchange", () => {
    if (document.activeElement !== area) return;
    const at = area.selectionStart;
    const mark = marks.find(([start, end]) => start <= at && at <= end);
    for (const here of found.querySelectorAll(".here")) here.classList.remove("here");
    const entry = mark && found.querySelector(`#f${mark[3]}`);
    if (entry) entry.classList.add("here");
  });

  copy.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(area.value);
    } catch {
      // Without HTTPS there is no clipboard but the old one.
      area.focus();
      area.select();
      document.execCommand("copy");
    }
    tell(say.copied);
  });

  const paper = form.querySelector("[data-paper]");
  for (const kind of ["dragenter", "dragover"]) {
    paper.addEventListener(kind, (event) => {
      if (![...event.dataTransfer.types].includes("Files")) return;
      event.preventDefault();
      paper.classList.add("over");
    });
  }
  for (const kind of ["dragleave", "drop"]) paper.addEventListener(kind, () => paper.classList.remove("over"));
  paper.addEventListener("drop", (event) => {
    if (!event.dataTransfer.files.length) return;
    event.preventDefault();
    picker.files = event.dataTransfer.files;
    offer();
    checkFile();
  });

  // A page that is shown again from the browser's memory may hold an older draft: look at it as it is.
  window.addEventListener("pageshow", () => {
    offer();
    if (chosen()) return;
    if (area.value) check();
  });
})();
