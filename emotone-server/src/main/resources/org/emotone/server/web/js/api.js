// The server's interface (openapi.yaml), as far as the page needs it.

/** What went wrong, by its code: one of the server's, or "away" if no server answers. */
export class Problem extends Error {
  constructor(code, detail = "", retryAfter = 0, requestId = "") {
    super(detail || code);
    this.code = code;
    this.detail = detail;
    this.retryAfter = retryAfter;
    this.requestId = requestId;
  }
}

async function problemOf(status, text, retryAfter) {
  try {
    const problem = JSON.parse(text);
    return new Problem(problem.code ?? "internal", problem.detail ?? "", retryAfter, problem.requestId ?? "");
  } catch {
    return new Problem("internal", `HTTP ${status}`, retryAfter);
  }
}

async function ask(path, options = {}) {
  let answer;
  try {
    answer = await fetch(path, { credentials: "same-origin", ...options });
  } catch (error) {
    if (error.name === "AbortError") throw error;
    throw new Problem("away");
  }
  if (answer.ok) return answer;
  const problem = await problemOf(answer.status, await answer.text(), Number(answer.headers.get("Retry-After") ?? 0));
  if (problem.code === "unauthorized") dispatchEvent(new CustomEvent("emo-locked"));
  throw problem;
}

const json = async (path, options) => (await ask(path, options)).json();
const send = (path, body) =>
  ask(path, { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) });

export const settings = () => json("/v1/settings");
export const models = async () => (await json("/v1/models")).models;
export const card = async (name) => (await ask(`/v1/models/${encodeURIComponent(name)}/card`)).text();
export const login = (token) => send("/v1/login", { token });
export const recognition = (id, view = "model") => json(`/v1/recognitions/${encodeURIComponent(id)}?view=${view}`);
export const remove = (id) => ask(`/v1/recognitions/${encodeURIComponent(id)}`, { method: "DELETE" });
export const removeAll = () => json("/v1/recognitions", { method: "DELETE" });
export const history = (query) => json(`/v1/recognitions?${new URLSearchParams(query)}`);
export const feedback = async (recognition, label) => (await send("/v1/feedback", { recognition, label })).json();
export const audioUrl = (id) => `/v1/recognitions/${encodeURIComponent(id)}/audio`;
export const formatUrl = (id, format) => `/v1/recognitions/${encodeURIComponent(id)}/formats/${format}`;
export const plotUrl = (id, plot) => `/v1/recognitions/${encodeURIComponent(id)}/plots/${plot}`;

/** The bytes of a sample clip. */
export async function sample(name) {
  const blob = await (await ask(`/web/samples/${name}`)).blob();
  return new File([blob], name, { type: "audio/wav" });
}

const pause = (milliseconds) => new Promise((done) => setTimeout(done, milliseconds));

const randomName = () =>
  [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, "0")).join("");

/** Uploads by XMLHttpRequest, which alone tells how far it is. */
function upload(form, tell, signal) {
  return new Promise((done, failed) => {
    const request = new XMLHttpRequest();
    request.open("POST", "/v1/recognitions");
    request.upload.onprogress = (event) => tell({ stage: "uploading", share: event.loaded / event.total });
    request.upload.onload = () => tell({ stage: "waiting", share: 0 });
    request.onerror = () => failed(new Problem("away"));
    request.onabort = () => failed(new DOMException("stopped by the user", "AbortError"));
    request.onload = async () => {
      if (request.status < 300) return done(JSON.parse(request.responseText));
      const problem = await problemOf(request.status, request.responseText, Number(request.getResponseHeader("Retry-After") ?? 0));
      if (problem.code === "unauthorized") dispatchEvent(new CustomEvent("emo-locked"));
      failed(problem);
    };
    signal?.addEventListener("abort", () => request.abort());
    request.send(form);
  });
}

/** Tells again and again how far the analysis is, until it is told to stop. */
async function follow(name, tell, finished) {
  while (!finished()) {
    await pause(300);
    const answer = await fetch(`/v1/progress/${name}`).catch(() => null);
    if (answer?.ok && !finished()) tell(await answer.json());
  }
}

/**
 * Has a recording recognised with everything that the page shows.
 *
 * tell(progress) hears {stage, share}; signal stops it.
 */
export async function recognise(file, model, tell, signal) {
  const progress = randomName();
  const options = { timeline: true, explain: true, plots: ["mel", "mfcc"], name: file.name.slice(0, 200), progress };
  if (model) options.model = model;
  const form = new FormData();
  form.append("options", new Blob([JSON.stringify(options)], { type: "application/json" }));
  form.append("file", file, file.name);
  let finished = false;
  let uploaded = false;
  const both = (state) => {
    if (state.stage === "waiting" && !uploaded) {
      uploaded = true;
      void follow(progress, tell, () => finished);
    }
    tell(state);
  };
  try {
    return await upload(form, both, signal);
  } finally {
    finished = true;
  }
}
