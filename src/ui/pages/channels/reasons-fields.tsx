/** Why customers come to a channel: a table of reasons, folded away as most scenarios know nothing of it. */
import {
  type Edited,
  withFirstReasons,
  withoutReason,
  withReason,
  withReasonHandleTime,
  withReasonPatience,
  withReasonShare,
} from '../../../scenario/edit-reasons.ts';
import { type BotShare, meanAtAgents } from '../../../scenario/bot-share.ts';
import { OTHER_WAY, WAYS } from '../../../scenario/afterwards.ts';
import { isDeferred } from '../../../scenario/opening.ts';
import { meansOfReason, patienceByReason } from '../../../scenario/patience.ts';
import { MOST_REASONS, reasonsOf, savedByBots } from '../../../scenario/reasons.ts';
import type { Reason } from '../../../scenario/schema-customers.ts';
import type { Channel, Scenario } from '../../../scenario/schema.ts';
import { channelInline } from '../../channel-name.ts';
import { CheckField } from '../../inputs/check-field.tsx';
import { NameField } from '../../inputs/name-field.tsx';
import { SecondsField } from '../../inputs/seconds-field.tsx';
import { ShareField } from '../../inputs/share-field.tsx';
import { Rich, useLocale } from '../../locale.tsx';
import { type Column, DataTable } from '../../page/data-table.tsx';
import { reasonName } from '../../reason-name.ts';
import { CloseIcon } from '../../shell/icons.tsx';
import { Fold } from './fold.tsx';
import { ReasonLawsFields, withReasonLaw } from './reason-laws-fields.tsx';
import { ReasonTimesFields } from './reason-times-fields.tsx';
import { useChannelEdit } from './use-channel-edit.ts';
import { useReasonWords } from './use-reason-words.ts';

const BOT_SHARES: readonly BotShare[] = ['reach', 'containment', 'resolution'];

type ReasonsFieldsProps = { readonly channel: Channel; readonly scenario: Scenario };

export function ReasonsFields({ channel, scenario }: ReasonsFieldsProps) {
  const locale = useLocale();
  const { t, f } = locale;
  const words = useReasonWords();
  const edit = useChannelEdit(channel.id);
  const { reasons = [], bot, afterwards, patience } = channel;
  const waits = patienceByReason(channel);
  const rows = reasonsOf(channel);
  const least = 1 + savedByBots(scenario.channels, channel.id);
  const nameOf = (id: string): string => reasonName(channel, id, locale);

  function apply(field: string, once: boolean, next: Partial<Edited>): void {
    (once ? edit.set : edit.change)(`reasons ${field}`, (draft) => {
      delete draft.reasons;
      Object.assign(draft, next);
    });
  }

  /** A field of one reason, which leaves the others as they are. */
  function change(id: string, field: string, next: (reason: Reason) => Reason): void {
    edit.change(`reason ${id} ${field}`, (draft) =>
      Object.assign(draft, { reasons: reasons.map((reason) => (reason.id === id ? next(reason) : reason)) }),
    );
  }

  const input = (what: string, id: string) => ({
    label: words.of(what, nameOf(id)),
    hideLabel: true,
    onEnd: edit.end,
  });
  const columns: Column<(typeof rows)[number]>[] = [
    {
      id: 'name',
      head: words.name,
      cell: ({ id }) => (
        <NameField
          label={words.of(words.name, nameOf(id))}
          value={nameOf(id)}
          onChange={(name) => change(id, 'name', (reason) => ({ ...reason, name }))}
          onEnd={edit.end}
        />
      ),
    },
    {
      id: 'share',
      head: words.share,
      text: true,
      cell: ({ id, share }) => (
        <ShareField
          {...input(words.share, id)}
          value={share}
          onChange={(next) => apply(`${id} share`, false, withReasonShare(channel, id, next))}
        />
      ),
    },
    {
      id: 'handleTime',
      head: words.handleTime,
      text: true,
      cell: ({ id, mean }) => (
        <SecondsField
          {...input(words.handleTime, id)}
          value={mean}
          min={least}
          onChange={(seconds) => apply(`${id} time`, false, withReasonHandleTime(channel, id, seconds))}
        />
      ),
    },
    ...(patience && !isDeferred(channel.kind) && channel.kind !== 'selfService'
      ? [
          {
            id: 'patience',
            head: words.patience,
            text: true,
            cell: ({ id }: (typeof rows)[number]) => (
              <SecondsField
                {...input(words.patience, id)}
                value={waits[reasons.findIndex((reason) => reason.id === id)]?.mean ?? patience.mean}
                {...meansOfReason(patience)}
                onChange={(seconds) =>
                  apply(`${id} patience`, false, withReasonPatience(channel, id, seconds))
                }
              />
            ),
          },
        ]
      : []),
    ...(bot ? BOT_SHARES : []).map((which) => ({
      id: which,
      head: t.channels[which],
      text: true,
      cell: ({ id, bot: own }: (typeof rows)[number]) => (
        <ShareField
          {...input(t.channels[which], id)}
          value={own?.[which] ?? 0}
          onChange={(share) =>
            change(id, which, (reason) => ({ ...reason, bot: { ...reason.bot, [which]: share } }))
          }
        />
      ),
    })),
    ...WAYS.flatMap((way): Column<(typeof rows)[number]>[] => {
      const usual = afterwards?.[way]?.share;
      if (usual === undefined) return [];
      const other = OTHER_WAY[way];
      return [
        {
          id: way,
          head: words.ways[way],
          text: true,
          cell: ({ id }) => {
            const own = reasons.find((reason) => reason.id === id);
            return (
              <ShareField
                {...input(words.ways[way], id)}
                value={own?.[way] ?? usual}
                max={1 - (own?.[other] ?? afterwards?.[other]?.share ?? 0)}
                onChange={(share) => change(id, way, (reason) => ({ ...reason, [way]: share }))}
              />
            );
          },
        },
      ];
    }),
    {
      id: 'remove',
      head: <span className="visually-hidden">{words.removeShort}</span>,
      cell: ({ id }) => (
        <button
          type="button"
          className="icon-button"
          aria-label={words.remove(nameOf(id))}
          title={words.removeShort}
          onClick={() => apply('remove', true, withoutReason(channel, id))}
        >
          <CloseIcon />
        </button>
      ),
    },
  ];
  const elsewhere = scenario.channels
    .filter(({ id }) => id !== channel.id)
    .flatMap((other) => (other.reasons ?? []).map((reason) => ({ other, reason })))
    .filter(
      ({ reason: { id } }, k, all) =>
        reasons.every((own) => own.id !== id) && all.findIndex(({ reason }) => reason.id === id) === k,
    );
  const left = meanAtAgents(channel);
  return (
    <Fold title={words.title} startsOpen={reasons.length > 0}>
      <p className="quiet-text">{words.text}</p>
      <CheckField
        label={words.on}
        checked={reasons.length > 0}
        onChange={(on) =>
          apply(
            'on',
            true,
            on ? withFirstReasons(channel, [words.first, words.second]) : { handling: channel.handling },
          )
        }
      />
      {reasons.length > 0 && (
        <>
          <div className="reasons">
            <DataTable
              caption={words.title}
              hideCaption
              rows={rows}
              rowKey={({ id }) => id}
              columns={columns}
            />
          </div>
          <p className="field-note">
            <Rich
              text={
                bot
                  ? words.meanLeft(f.duration(channel.handling.mean), f.duration(left))
                  : words.mean(f.duration(channel.handling.mean))
              }
            />{' '}
            {words.note}
          </p>
          {reasons.length < MOST_REASONS && (
            <div className="reason-buttons">
              <button
                type="button"
                className="button"
                onClick={() => apply('add', true, withReason(channel, { name: words.another }))}
              >
                {words.add}
              </button>
              {elsewhere.map(({ other, reason: { id, name = id } }) => (
                <button
                  key={id}
                  type="button"
                  className="button quiet"
                  onClick={() => apply('add', true, withReason(channel, { id, name }))}
                >
                  {words.alsoOn(locale.text(name), channelInline(other, scenario, locale))}
                </button>
              ))}
            </div>
          )}
          <ReasonLawsFields
            channel={channel}
            onChange={(id, field, once, next) => {
              const changed = {
                ...channel,
                reasons: reasons.map((reason) => (reason.id === id ? withReasonLaw(reason, next) : reason)),
              };
              const mean = next?.mean === undefined ? null : Math.max(least, next.mean);
              apply(
                `${id} ${field}`,
                once,
                mean === null
                  ? { handling: channel.handling, reasons: changed.reasons }
                  : withReasonHandleTime(changed, id, mean),
              );
            }}
            onEnd={edit.end}
          />
          {reasons.length > 1 && (
            <ReasonTimesFields
              channel={channel}
              onChange={(field, once, next) =>
                apply(field, once, { handling: channel.handling, reasons: next })
              }
              onEnd={edit.end}
            />
          )}
        </>
      )}
    </Fold>
  );
}
