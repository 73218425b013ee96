/**
 * Rounds a measured lifetime in seconds: clocks and the way through the network make it a little too short or long.
 * Never by more than about a percent.
 */
export function roundLifetime(seconds: number): number {
  const step = seconds < 600 ? 1 : seconds < 7200 ? 10 : seconds < 172_800 ? 60 : 3600;
  return Math.max(0, Math.round(seconds / step) * step);
}
