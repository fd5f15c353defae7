/** How Teams draws cards, near enough to judge one: sizes, spacing and the colours of its three themes. */

export const THEMES = ['light', 'dark', 'contrast'] as const;
export type Theme = (typeof THEMES)[number];

interface Palette {
  card: string;
  emphasis: string;
  text: string;
  subtle: string;
  line: string;
  accent: string;
  good: string;
  warning: string;
  attention: string;
  tints: { accent: string; good: string; warning: string; attention: string };
}

const PALETTES: Record<Theme, Palette> = {
  light: {
    card: '#ffffff',
    emphasis: '#f5f5f5',
    text: '#242424',
    subtle: '#616161',
    line: '#e0e0e0',
    accent: '#4f52b2',
    good: '#237b4b',
    warning: '#835c00',
    attention: '#c4314b',
    tints: { accent: '#e8ebfa', good: '#e7f2da', warning: '#fbf6d9', attention: '#fcf4f6' },
  },
  dark: {
    card: '#2d2d2d',
    emphasis: '#3b3b3b',
    text: '#ffffff',
    subtle: '#c8c8c8',
    line: '#525252',
    accent: '#a6a7ff',
    good: '#92c353',
    warning: '#f8d22a',
    attention: '#f9909e',
    tints: { accent: '#3d3e66', good: '#2f4a2a', warning: '#4a4020', attention: '#55303a' },
  },
  // Black and white, with one colour for what is to be looked at: nothing is told by a tint.
  contrast: {
    card: '#000000',
    emphasis: '#000000',
    text: '#ffffff',
    subtle: '#ffffff',
    line: '#ffffff',
    accent: '#ffff01',
    good: '#3ff23f',
    warning: '#ffff01',
    attention: '#ffff01',
    tints: { accent: '#000000', good: '#000000', warning: '#000000', attention: '#000000' },
  },
};

const FONT = "'Segoe UI', system-ui, -apple-system, 'Noto Sans', sans-serif";

/** @returns a host configuration for the `adaptivecards` renderer. */
export function hostConfig(theme: Theme): object {
  const { card, emphasis, text, subtle, line, accent, good, warning, attention, tints } = PALETTES[theme];
  const colour = (value: string, quiet = value) => ({ default: value, subtle: quiet });
  const foregroundColors = {
    default: colour(text, subtle),
    accent: colour(accent),
    good: colour(good),
    warning: colour(warning),
    attention: colour(attention),
  };
  const container = (backgroundColor: string) => ({ backgroundColor, foregroundColors });
  return {
    fontFamily: FONT,
    fontSizes: { small: 12, default: 14, medium: 16, large: 18, extraLarge: 24 },
    fontWeights: { lighter: 400, default: 400, bolder: 600 },
    lineHeights: { small: 16, default: 20, medium: 22, large: 24, extraLarge: 32 },
    fontTypes: {
      default: { fontFamily: FONT },
      monospace: { fontFamily: "Consolas, 'DejaVu Sans Mono', monospace" },
    },
    spacing: { none: 0, small: 8, default: 12, medium: 16, large: 20, extraLarge: 24, padding: 16 },
    separator: { lineThickness: 1, lineColor: line },
    supportsInteractivity: true,
    actions: {
      maxActions: 6,
      spacing: 'medium',
      buttonSpacing: 8,
      actionsOrientation: 'horizontal',
      actionAlignment: 'left',
    },
    textBlock: { headingLevel: 2 },
    factSet: {
      title: { weight: 'bolder', wrap: true, maxWidth: 140 },
      value: { wrap: true },
      spacing: 16,
    },
    containerStyles: {
      default: container(card),
      emphasis: container(emphasis),
      accent: container(tints.accent),
      good: container(tints.good),
      warning: container(tints.warning),
      attention: container(tints.attention),
    },
  };
}
