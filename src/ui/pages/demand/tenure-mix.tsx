/** Who will take the contacts of the days planned, and the handle time of such a mix. */
import { castDraft } from 'immer';
import { useState } from 'react';
import { measuredHandling } from '../../../app/import-plan.ts';
import { handleTimeOfMix, type TenureForecast } from '../../../forecast/tenure.ts';
import type { Channel, Scenario } from '../../../scenario/schema.ts';
import { ShareField } from '../../inputs/share-field.tsx';
import { Rich, useLocale } from '../../locale.tsx';
import { useCommands } from '../../use-app.ts';
import { isPacedOn } from './tenure-edit.ts';
import { useWords } from './use-words.ts';

type TenureMixProps = {
  readonly channel: Channel;
  readonly scenario: Scenario;
  readonly tenure: TenureForecast;
};

export function TenureMix({ channel, scenario, tenure }: TenureMixProps) {
  const { f } = useLocale();
  const w = useWords();
  const commands = useCommands();
  const { bands, all } = tenure;
  const [typed, setTyped] = useState<readonly number[] | null>(null);
  // another history has other bands
  const weights = typed?.length === bands.length ? typed : bands.map(({ share }) => share);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const mix = total > 0 ? handleTimeOfMix(tenure, weights) : null;
  const now = channel.handling.mean + channel.handling.afterContact;
  const isWhole = Math.abs(total - 1) < 0.005;

  function take(mean: number): void {
    commands.endGesture();
    commands.edit(`handle time ${channel.id}`, (draft) => {
      const target = draft.channels.find(({ id }) => id === channel.id);
      if (target) target.handling = castDraft(measuredHandling(channel.handling, mean));
    });
    commands.endGesture();
  }

  return (
    <>
      <h3>{w.tenureMixTitle}</h3>
      <div className="tenure-fields">
        {bands.map(({ from, to }, k) => (
          <ShareField
            key={from}
            label={w.tenureBand(from, to)}
            value={weights[k] ?? 0}
            onChange={(value) => setTyped(weights.map((weight, i) => (i === k ? value : weight)))}
          />
        ))}
      </div>
      {mix === null ? (
        <p role="alert">{w.tenureMixNone}</p>
      ) : (
        <>
          <p>
            <Rich
              text={w.tenureMixText(
                f.seconds(mix.mean),
                f.share(0.8),
                f.seconds(mix.quantiles[0]),
                f.seconds(mix.quantiles[2]),
                typed === null ? null : f.change(mix.mean / all.average),
                f.seconds(now),
              )}
            />
            {!isWhole && ` ${w.tenureMixSum(f.share(total))}`}
          </p>
          {isPacedOn(scenario, channel.id) && <p className="quiet-text">{w.tenureMixPaced}</p>}
          <div className="button-row">
            <button
              type="button"
              className="button"
              disabled={Math.abs(mix.mean - now) < 0.05}
              onClick={() => take(mix.mean)}
            >
              {w.aheadUse(f.seconds(mix.mean))}
            </button>
            {typed !== null && (
              <button type="button" className="quiet" onClick={() => setTyped(null)}>
                {w.tenureMixLate}
              </button>
            )}
          </div>
        </>
      )}
    </>
  );
}
