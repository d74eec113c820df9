using System.Collections.Immutable;
using System.Globalization;
using Microsoft.Extensions.Options;
using NodaTime;
using WalkBuddyBot.Domain;
using WalkBuddyBot.Nudging.Wording;

namespace WalkBuddyBot.Nudging.Walks;

/// <summary>The walk reminder: one small ask, how the week stands, a tip, and why it came.</summary>
internal sealed class WalkComposer(IPhrases phrases, ITips tips, IDateTimeZoneProvider zones, IOptions<NudgeOptions> options)
    : INudgeComposer
{
    private const int SnoozeMinutes = 30;

    public NudgeKind Kind => NudgeKind.Walk;

    public Duration Grace => Duration.FromTimeSpan(options.Value.Grace);

    public Verdict Compose(Outgoing nudge, PersonFacts facts, Instant now)
    {
        var person = facts.Person;
        var words = new WalkWords(phrases, person.Language);
        var heading = words.Heading(person.Plan.EasyMinutes);
        var walks = WalksThisWeek(facts, now);
        var progress = walks > 0 ? words.Progress(walks, person.Plan.WalksPerWeek) : null;
        var tip = TipRotation.Next(tips.All, facts, now);
        var source = tip is null ? null : words.Source(tip.Section);
        var footer = new FooterWords(phrases, zones).Say(nudge.Nudge!, facts, now);

        var lines = new[] { heading, progress, tip?.Text, source, footer }.OfType<string>();
        var spoken = new[] { heading, progress, tip?.Text }.OfType<string>();
        var body = new Reply(
            string.Join('\n', lines),
            string.Join(' ', spoken),
            words.Summary(person.Plan.EasyMinutes, walks, person.Plan.WalksPerWeek),
            Choices(nudge.Id, tip, words),
            new CardModel.Nudge(heading, progress, tip?.Text ?? "", source ?? "", footer),
            Replaces: null,
            Urgency.Nudge);
        return new Verdict.Send(body, Kind, tip?.Id);
    }

    private int WalksThisWeek(PersonFacts facts, Instant now)
    {
        var today = now.InZone(facts.Person.ZoneOrUtc(zones)).Date;
        var monday = today.DayOfWeek == IsoDayOfWeek.Monday ? today : today.Previous(IsoDayOfWeek.Monday);
        return facts.Last84Days.Where(day => day.Date >= monday && day.Date <= today).Sum(day => day.Walks);
    }

    private static ImmutableArray<Choice> Choices(OutgoingId nudge, Tip? tip, WalkWords words)
    {
        var minutes = SnoozeMinutes.ToString(CultureInfo.InvariantCulture);
        List<Choice> choices =
        [
            Choice.Of(words.Walked, Verbs.Walked),
            Choice.Of(words.Snooze(SnoozeMinutes), Verbs.Snooze, ("minutes", minutes)),
            Choice.Of(words.NotToday, Verbs.NotToday),
        ];
        if (tip is not null)
        {
            choices.Add(Choice.Of(words.Why, Verbs.Why, ("tip", tip.Id)));
        }

        return [.. choices.Select(choice => choice with { About = nudge })];
    }
}
