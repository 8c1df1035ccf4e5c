import { element } from './element.ts';
import { type History, type Stretch, stretchesOf } from './history.ts';

const stretchBar = ({ tone, says, why = '', endedBefore, share }: Stretch): HTMLElement => {
  const bar = element('i', { title: `${says} ${why}`.trim(), data: { tone } });
  bar.style.right = `${endedBefore * 100}%`;
  bar.style.width = `${share * 100}%`;
  return bar;
};

/** The last two minutes of each track as a strip, coloured by how well it was; the present is at the right end. */
export const timeline = (root: HTMLElement): ((history: History, now: number) => void) => {
  return (history, now) =>
    root.replaceChildren(
      ...[...history].flatMap(([track, moments]) => {
        const last = moments.at(-1);
        return [
          element('b', {}, track),
          element('div', { className: 'strip' }, ...stretchesOf(moments, now).map(stretchBar)),
          element('span', { data: { tone: last?.tone ?? 'busy' } }, last?.says ?? ''),
        ];
      }),
    );
};
