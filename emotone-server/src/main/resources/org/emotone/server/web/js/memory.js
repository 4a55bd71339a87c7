// What this page knows until it is closed: recordings that the server does not keep, pictures that it made of them, settings and models.
import * as api from "./api.js";

const sounds = new Map();
const results = new Map();

/** Keeps a result and what it was made of, for going back to it; the oldest sounds go first. */
export function keep(result, blob) {
  results.set(result.id, result);
  if (blob) sounds.set(result.id, blob);
  while (sounds.size > 12) sounds.delete(sounds.keys().next().value);
  while (results.size > 30) results.delete(results.keys().next().value);
}

/** A result: as it was answered first, with its pictures, or what the server has of it. */
export async function result(id) {
  const stored = await api.recognition(id);
  const first = results.get(id);
  return first ? { ...first, feedback: stored.feedback } : stored;
}

/** The address of a recording's sound; null if nobody keeps it. */
export function soundOf(result) {
  if (sounds.has(result.id)) return URL.createObjectURL(sounds.get(result.id));
  return result.audioKept ? api.audioUrl(result.id) : null;
}

export function forget(id) {
  results.delete(id);
  sounds.delete(id);
}

export function forgetAll() {
  results.clear();
  sounds.clear();
}

let server = null;

/** Settings and models of the server, asked for once: {settings, models}. */
export function known() {
  server ??= Promise.all([api.settings(), api.models()]).then(
    ([settings, models]) => ({ settings, models }),
    (error) => {
      server = null;
      throw error;
    },
  );
  return server;
}
