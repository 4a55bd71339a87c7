// The microphone as blocks of samples, as they are: without the browser's echo, noise and gain control, which change a voice.
import { Problem } from "../api.js";

const REASONS = {
  NotAllowedError: "microphone_refused",
  SecurityError: "microphone_refused",
  NotFoundError: "microphone_missing",
  OverconstrainedError: "microphone_missing",
  NotReadableError: "microphone_busy",
};

export class Microphone {
  /** Opens it; onBlock hears blocks of a tenth of a second, onEnd that the device went away. */
  static async open(onBlock, onEnd = () => {}) {
    if (!navigator.mediaDevices?.getUserMedia) throw new Problem("microphone_insecure");
    const microphone = new Microphone();
    try {
      microphone.stream = await navigator.mediaDevices.getUserMedia({
        audio: { channelCount: 1, echoCancellation: false, noiseSuppression: false, autoGainControl: false },
      });
    } catch (error) {
      throw new Problem(REASONS[error.name] ?? "microphone_failed", error.message);
    }
    try {
      await microphone.listen(onBlock, onEnd);
    } catch (error) {
      microphone.close();
      throw new Problem("microphone_failed", error.message);
    }
    return microphone;
  }

  async listen(onBlock, onEnd) {
    this.context = new AudioContext();
    await this.context.audioWorklet.addModule("/web/js/sound/capture-worklet.js");
    const source = this.context.createMediaStreamSource(this.stream);
    const capture = new AudioWorkletNode(this.context, "capture", { numberOfOutputs: 0 });
    capture.port.onmessage = (event) => onBlock(event.data);
    source.connect(capture);
    this.stream.getTracks()[0].addEventListener("ended", onEnd);
    await this.context.resume();
  }

  get sampleRate() {
    return this.context.sampleRate;
  }

  close() {
    this.stream?.getTracks().forEach((track) => track.stop());
    if (this.context?.state !== "closed") void this.context?.close();
  }
}

/** The level of a block from 0 (−60 dB or less) to 1 (full scale), as meters show it. */
export function level(block) {
  let sum = 0;
  for (const sample of block) sum += sample * sample;
  return Math.max(0, Math.min(1, 1 + (10 * Math.log10(sum / block.length + 1e-12)) / 60));
}

/** Whether a block is cut off at full scale. */
export const clipped = (block) => block.some((sample) => Math.abs(sample) >= 0.999);
