/* The inspector's form on a phone: keeps every touch at once, works without a network, and hands back one file.
   Nothing is sent anywhere; photos are made smaller before they are kept. */
"use strict";
(() => {
  const form = JSON.parse(document.getElementById("form").textContent);
  const say = form.words;
  const PHOTO_SIDE = 1600, PHOTO_COUNT = 6;
  const name = "showroom-" + form.plan_sha256.slice(0, 16) + "-" + form.permit + "-" + form.case;
  const blank = () => ({ case: form.case, inspector: "", day: "", answers: {}, signature: "" });
  let state = blank();
  let store = null;

  // -- keeping -------------------------------------------------------------------------------------------------
  function opened() {
    return new Promise((resolve) => {
      try {
        const asked = indexedDB.open("showroom-forms", 1);
        asked.onupgradeneeded = () => asked.result.createObjectStore("forms");
        asked.onsuccess = () => resolve(asked.result);
        asked.onerror = () => resolve(null);
      } catch { resolve(null); }
    });
  }
  function within(mode, act) {
    return new Promise((resolve, reject) => {
      const doing = store.transaction("forms", mode);
      const asked = act(doing.objectStore("forms"));
      doing.oncomplete = () => resolve(asked.result);
      doing.onerror = doing.onabort = () => reject(doing.error);
    });
  }
  let waiting = null, kept = Promise.resolve();
  function keep() {
    shown();
    document.documentElement.dataset.kept = "no";
    if (waiting === null) waiting = setTimeout(flush, 150);
  }
  function flush() {
    if (waiting === null) return;
    clearTimeout(waiting);
    waiting = null;
    kept = kept.then(put);
  }
  for (const leaving of ["pagehide", "visibilitychange"]) addEventListener(leaving, flush, true);
  async function put() {
    if (store === null) return;
    try { await within("readwrite", (forms) => forms.put(structuredClone(state), name)); }
    catch { note(say.not_kept); return; }
    if (waiting === null) document.documentElement.dataset.kept = "yes";
  }
  function note(text) {
    const box = document.getElementById("note");
    box.hidden = !text;
    box.textContent = text;
  }

  // -- answers -------------------------------------------------------------------------------------------------
  const articles = [...document.querySelectorAll("article[data-key]")];
  const answer = (key) => (state.answers[key] ??= { answer: null, measured: "", note: "", photos: [] });
  const said = (one) => one && (one.answer || one.measured !== "" || one.note || one.photos.length);

  function shown() {
    let done = 0;
    for (const article of articles) {
      const has = Boolean(said(state.answers[article.dataset.key]));
      article.classList.toggle("answered", has);
      done += has;
    }
    document.getElementById("done").value = say.done.replace("{0}", done).replace("{1}", articles.length);
    document.getElementById("progress").value = done;
    const onlyOpen = document.getElementById("only-open").getAttribute("aria-pressed") === "true";
    for (const article of articles) article.hidden = onlyOpen && article.classList.contains("answered");
    for (const head of document.querySelectorAll("section[data-part]"))
      head.hidden = onlyOpen && ![...head.querySelectorAll("article")].some((one) => !one.hidden);
  }

  function filled() {
    for (const field of ["case", "inspector", "day"]) document.getElementById(field).value = state[field];
    for (const article of articles) {
      const one = state.answers[article.dataset.key];
      for (const choice of article.querySelectorAll("input[type=radio]")) choice.checked = Boolean(one) && one.answer === choice.value;
      const value = article.querySelector(".value");
      if (value) value.value = one ? one.measured : "";
      article.querySelector(".remark").value = one ? one.note : "";
      pictured(article);
    }
    drawn();
    shown();
  }

  function pictured(article) {
    const box = article.querySelector(".photos");
    if (!box) return;
    box.replaceChildren();
    const one = state.answers[article.dataset.key];
    for (const [index, photo] of (one ? one.photos : []).entries()) {
      const figure = document.createElement("figure");
      const image = document.createElement("img");
      image.src = photo.content;
      image.alt = photo.name;
      const away = document.createElement("button");
      away.type = "button";
      away.textContent = "×";
      away.setAttribute("aria-label", say.remove);
      away.onclick = () => { one.photos.splice(index, 1); pictured(article); keep(); };
      figure.append(image, away);
      box.append(figure);
    }
  }

  async function smaller(file) {
    const bitmap = await createImageBitmap(file, { imageOrientation: "from-image" });
    const share = Math.min(1, PHOTO_SIDE / Math.max(bitmap.width, bitmap.height));
    const canvas = document.createElement("canvas");
    canvas.width = Math.max(1, Math.round(bitmap.width * share));
    canvas.height = Math.max(1, Math.round(bitmap.height * share));
    canvas.getContext("2d").drawImage(bitmap, 0, 0, canvas.width, canvas.height);
    bitmap.close();
    return canvas.toDataURL("image/jpeg", 0.8);
  }

  for (const article of articles) {
    const key = article.dataset.key;
    for (const choice of article.querySelectorAll("input[type=radio]"))
      choice.addEventListener("change", () => { answer(key).answer = choice.value; keep(); });
    article.querySelector(".value")?.addEventListener("input", (event) => { answer(key).measured = event.target.value; keep(); });
    article.querySelector(".remark").addEventListener("input", (event) => { answer(key).note = event.target.value; keep(); });
    article.querySelector("input[type=file]")?.addEventListener("change", async (event) => {
      for (const file of event.target.files) {
        const photos = answer(key).photos;
        if (photos.length >= PHOTO_COUNT) { note(say.enough_photos); break; }
        try { photos.push({ name: `${article.dataset.number}-${photos.length + 1}.jpg`, content: await smaller(file) }); }
        catch { note(say.no_photo); }
      }
      event.target.value = "";
      pictured(article);
      keep();
    });
  }
  for (const field of ["case", "inspector", "day"])
    document.getElementById(field).addEventListener("input", (event) => { state[field] = event.target.value; keep(); });
  document.getElementById("only-open").addEventListener("click", (event) => {
    const button = event.currentTarget;
    button.setAttribute("aria-pressed", button.getAttribute("aria-pressed") !== "true");
    shown();
  });

  // -- the hand on the glass -------------------------------------------------------------------------------------
  const pad = document.getElementById("signature"), pen = pad.getContext("2d");
  function drawn() {
    pad.width = 900; pad.height = 300;
    pen.lineWidth = 5; pen.lineCap = pen.lineJoin = "round"; pen.strokeStyle = "#1c2430";
    if (!state.signature) return;
    const image = new Image();
    image.onload = () => pen.drawImage(image, 0, 0);
    image.src = state.signature;
  }
  const at = (event) => { const box = pad.getBoundingClientRect();
    return [(event.clientX - box.left) * pad.width / box.width, (event.clientY - box.top) * pad.height / box.height]; };
  let writing = false;
  pad.addEventListener("pointerdown", (event) => { writing = true; pad.setPointerCapture(event.pointerId); pen.beginPath(); pen.moveTo(...at(event)); });
  pad.addEventListener("pointermove", (event) => { if (writing) { pen.lineTo(...at(event)); pen.stroke(); } });
  for (const end of ["pointerup", "pointercancel"])
    pad.addEventListener(end, () => { if (writing) { writing = false; state.signature = pad.toDataURL("image/png"); keep(); } });
  document.getElementById("unsign").addEventListener("click", () => { state.signature = ""; drawn(); keep(); });

  // -- handing back ------------------------------------------------------------------------------------------------
  const bare = (url) => url.slice(url.indexOf(",") + 1);
  function result() {
    const answers = [];
    for (const article of articles) {
      const one = state.answers[article.dataset.key];
      if (!said(one)) continue;
      const measured = one.measured === "" ? null : Number(one.measured);
      answers.push({ key: article.dataset.key, answer: one.answer, measured: Number.isFinite(measured) ? measured : null, note: one.note,
        photos: one.photos.map((photo) => ({ name: photo.name, content: bare(photo.content) })) });
    }
    return { format: 1, permit: form.permit, permit_version: form.permit_version, plan_sha256: form.plan_sha256, as_of: form.as_of,
      case: state.case, inspector: state.inspector, day: state.day || null, answers, signature: state.signature ? bare(state.signature) : "" };
  }
  async function sealed() {
    const text = JSON.stringify(result());
    let sha256 = "";
    if (globalThis.crypto && crypto.subtle) {
      const sum = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
      sha256 = [...new Uint8Array(sum)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
    }
    return JSON.stringify({ showroom_result: 1, sha256, result: text });
  }
  document.getElementById("hand-back").addEventListener("click", async () => {
    const file = new File([await sealed()], `${form.file_name}.result.json`, { type: "application/json" });
    if (navigator.canShare && navigator.canShare({ files: [file] }) && matchMedia("(pointer: coarse)").matches) {
      try { await navigator.share({ files: [file] }); return; } catch (error) { if (error.name === "AbortError") return; }
    }
    const link = document.createElement("a");
    link.href = URL.createObjectURL(file);
    link.download = file.name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60000);
  });
  document.getElementById("begin-anew").addEventListener("click", () => {
    if (confirm(say.sure)) { state = blank(); filled(); keep(); }
  });

  opened().then(async (base) => {
    store = base;
    if (store === null) note(say.not_kept);
    else try { state = Object.assign(blank(), await within("readonly", (forms) => forms.get(name))); } catch { note(say.not_kept); }
    filled();
    document.documentElement.dataset.ready = "yes";
  });
})();
