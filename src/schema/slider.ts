/** How far apart the numbers of a slider lie: whole ones where that is fine enough, else a hundredth of it. */
export function stepOf(min: number, max: number): number {
  return Number.isInteger(min) && max - min > 1 ? 1 : (max - min) / 100;
}

/** Where a browser puts the slider for a number: within its ends, and where steps are whole on the nearest of them. */
export function onSlider(value: number, min: number, max: number): number {
  const within = Math.min(Math.max(value, min), max);
  return stepOf(min, max) === 1 ? Math.min(Math.floor(within + 0.5), Math.floor(max)) : within;
}
