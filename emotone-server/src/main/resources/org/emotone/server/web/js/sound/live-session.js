// A session of the stream (asyncapi.yaml) that outlives broken connections: what was spoken meanwhile is sent later.
import { pcm } from "./wav.js";

/** Seconds of speech that a result is heard in: short, so that one comes soon after somebody begins to speak. */
const WINDOW = 1;
/** Seconds between results; several a second. */
const STEP = 0.25;
/** Seconds that may be sent faster than they lasted; the server allows 10. */
const AHEAD = 8;
const WAITS = [0.3, 0.6, 1, 2, 3];

/**
 * Tells by events: "state" (connecting, live, broken, closing, closed, failed), "result" (a measurement), "closed" (the
 * server's summary, or null if it could not be had).
 */
export class LiveSession extends EventTarget {
  constructor(sampleRate, model) {
    super();
    this.sampleRate = sampleRate;
    this.model = model;
    this.chunks = [];
    this.end = 0;
    this.next = 0;
    this.offset = 0;
    this.sequence = 0;
    this.tries = 0;
    this.state = "connecting";
    this.connect();
  }

  get bytesPerSecond() {
    return 2 * this.sampleRate;
  }

  /** Seconds that were spoken so far. */
  get seconds() {
    return this.offset + this.end / this.bytesPerSecond;
  }

  become(state) {
    this.state = state;
    this.dispatchEvent(new CustomEvent("state", { detail: state }));
  }

  connect() {
    this.ready = false;
    this.socket = new WebSocket(`${location.protocol === "https:" ? "wss" : "ws"}://${location.host}/v1/stream`);
    this.socket.binaryType = "arraybuffer";
    this.socket.onmessage = (event) => this.hear(JSON.parse(event.data));
    this.socket.onopen = () => {
      if (this.id) this.say({ type: "session.resume", sessionId: this.id, resumeToken: this.token, lastSequence: this.sequence });
    };
    this.socket.onclose = () => this.broke();
  }

  say(message) {
    if (this.socket.readyState === WebSocket.OPEN) this.socket.send(JSON.stringify(message));
  }

  hear(message) {
    // A connection that takes a session up again begins with one of its own, which is void.
    if (message.type === "session.created" && this.id) return;
    if (message.sequence !== undefined) {
      if (message.sequence <= this.sequence) return;
      this.sequence = message.sequence;
    }
    const handler = {
      "session.created": () => this.created(message),
      "session.updated": () => this.go(0),
      "session.resumed": () => this.go(message.nextByte),
      "measurement.result": () => this.dispatchEvent(new CustomEvent("result", { detail: this.shifted(message) })),
      "session.closed": () => this.finish(message),
      error: () => this.failed(message),
    }[message.type];
    handler?.();
  }

  created(message) {
    this.id = message.sessionId;
    this.token = message.resumeToken;
    const config = { encoding: "s16le", sampleRate: this.sampleRate, window: WINDOW, step: STEP };
    if (this.model) config.model = this.model;
    this.say({ type: "session.update", config });
  }

  go(nextByte) {
    this.next = nextByte;
    this.began ??= performance.now() - (1000 * this.end) / this.bytesPerSecond;
    this.tries = 0;
    this.ready = true;
    this.become(this.stopping ? "closing" : "live");
    this.pump();
    if (this.stopping) this.say({ type: "session.close" });
  }

  /** Takes a block of amplitudes. */
  push(block) {
    const bytes = pcm(block);
    this.chunks.push({ at: this.end, bytes });
    this.end += bytes.length;
    while (this.chunks[0].at + 40 * this.bytesPerSecond < this.end) this.chunks.shift();
    this.pump();
  }

  pump() {
    if (!this.ready || this.socket.readyState !== WebSocket.OPEN || performance.now() < (this.waitUntil ?? 0)) return;
    const most = ((performance.now() - this.began) / 1000 + AHEAD) * this.bytesPerSecond;
    for (const { at, bytes } of this.chunks) {
      if (at + bytes.length <= this.next) continue;
      if (at > most) return;
      this.socket.send(at < this.next ? bytes.subarray(this.next - at) : bytes);
      this.next = at + bytes.length;
    }
  }

  failed(message) {
    if (message.code === "rate_limited" || message.code === "overloaded" || message.code === "invalid_audio_frame") {
      this.next = message.nextByte;
      this.waitUntil = performance.now() + (message.retryAfterMs ?? 200);
    } else if (message.code === "session_unknown") {
      this.startAnew();
    } else {
      this.fault = message;
      if (message.code !== "invalid_message") this.quit("failed");
    }
  }

  /** The server knows the session no more: a new one goes on where this one ended; what was heard stays on the page. */
  startAnew() {
    this.offset += this.next / this.bytesPerSecond;
    this.chunks = this.chunks.filter((chunk) => chunk.at >= this.next).map((chunk) => ({ ...chunk, at: chunk.at - this.next }));
    this.end -= this.next;
    Object.assign(this, { next: 0, sequence: 0, id: null, token: null, began: null });
    this.socket.onclose = null;
    this.socket.close();
    this.connect();
  }

  shifted(message) {
    const shift = (span) => ({ ...span, start: span.start + this.offset, end: span.end + this.offset });
    return { ...shift(message), segments: message.segments.map(shift) };
  }

  broke() {
    if (["closed", "failed"].includes(this.state)) return;
    this.ready = false;
    if (this.tries >= 20) return this.stopping ? this.finish(null) : this.quit("failed");
    this.become("broken");
    const wait = WAITS[Math.min(this.tries++, WAITS.length - 1)];
    this.timer = setTimeout(() => this.connect(), 1000 * wait);
  }

  /** Ends the session; "closed" follows with the summary. */
  stop() {
    if (this.stopping) return;
    this.stopping = true;
    this.patience = setTimeout(() => this.finish(null), 10000);
    if (this.ready) {
      this.become("closing");
      this.pump();
      this.say({ type: "session.close" });
    }
  }

  finish(summary) {
    if (this.state === "closed") return;
    this.quit("closed");
    this.dispatchEvent(new CustomEvent("closed", { detail: summary }));
  }

  quit(state) {
    clearTimeout(this.timer);
    clearTimeout(this.patience);
    this.become(state);
    this.socket.close();
  }
}
