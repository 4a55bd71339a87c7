// What a recognition says, made ready to be shown.

/** The classes with their probabilities, the most probable first. */
export const ranked = (probabilities) =>
  Object.entries(probabilities)
    .map(([label, probability]) => ({ label, probability }))
    .sort((a, b) => b.probability - a.probability);

/** The classes of a result in an order that does not change with the answer. */
export const classesOf = (result) => Object.keys(result.timeline?.totals ?? result.probabilities).sort();

/** Probabilities at a place of a timeline: the mean of the windows over it; null where nobody speaks. */
export function at(timeline, seconds) {
  const spoken = timeline.segments.some((s) => seconds >= s.start && seconds < s.end);
  const over = timeline.windows.filter((w) => seconds >= w.start && seconds < w.end);
  if (!spoken || !over.length) return null;
  const mean = {};
  for (const { probabilities } of over) {
    for (const [label, p] of Object.entries(probabilities)) mean[label] = (mean[label] ?? 0) + p / over.length;
  }
  return mean;
}

/** The segment at a place; undefined where nobody speaks. */
export const segmentAt = (timeline, seconds) => timeline?.segments.find((s) => seconds >= s.start && seconds < s.end);

/** Sex and emotion apart, if the model tells both ("female-sad") or only the sex; null otherwise. */
export function sexes(probabilities) {
  const shares = { female: 0, male: 0 };
  for (const [label, p] of Object.entries(probabilities)) {
    const sex = label.split("-")[0];
    if (!(sex in shares)) return null;
    shares[sex] += p;
  }
  return shares;
}

/**
 * Points of stacked areas, [seconds, [probabilities]]: in each cell of a step the mean of the windows over it, as segments
 * are made of (docs/timeline.md); where nobody speaks there is a gap. The windows are in the order of their starts.
 */
export function course(windows, classes, step) {
  const points = [];
  let first = 0;
  for (const [start, end] of stretches(windows)) {
    const cells = Math.max(1, Math.round((end - start) / step));
    const width = (end - start) / cells;
    for (let cell = 0; cell < cells; cell++) {
      const middle = start + (cell + 0.5) * width;
      while (windows[first].end <= middle) first++;
      const values = mean(windows, first, middle, classes);
      if (cell === 0) points.push([start, values]);
      points.push([middle, values]);
      if (cell === cells - 1) points.push([end, values]);
    }
    points.push([end + 1e-3, classes.map(() => null)]);
  }
  return points;
}

/** Where windows follow one another without a gap. */
function stretches(windows) {
  const found = [];
  for (const { start, end } of windows) {
    const last = found.at(-1);
    if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else found.push([start, end]);
  }
  return found;
}

/** The mean of the windows over a place, of which none before the first reaches there. */
function mean(windows, first, seconds, classes) {
  const sums = classes.map(() => 0);
  let count = 0;
  for (let i = first; i < windows.length && windows[i].start <= seconds; i++) {
    if (windows[i].end <= seconds) continue;
    count++;
    classes.forEach((label, c) => (sums[c] += windows[i].probabilities[label] ?? 0));
  }
  return sums.map((sum) => sum / count);
}
