using NodaTime;
using WalkBuddyBot.Domain;
using WalkBuddyBot.Nudging.Wording;

namespace WalkBuddyBot.Nudging.Tips;

/// <summary>
/// A tip on a rhythm of its own: one small thing, where it comes from, and why it came. It counts to the ceiling like any other.
/// </summary>
internal sealed class TipComposer(IPhrases phrases, ITips tips, IDateTimeZoneProvider zones) : INudgeComposer
{
    public NudgeKind Kind => NudgeKind.Tip;

    // A tip is as good in the evening.
    public Duration Grace => Duration.FromHours(6);

    public Verdict Compose(Outgoing nudge, PersonFacts facts, Instant now)
    {
        if (TipRotation.Next(tips.All, facts, now) is not { } tip)
        {
            return new Verdict.Drop(DropReasons.NoTip);
        }

        var language = facts.Person.Language;
        var heading = phrases.Say("tip.heading", language);
        var source = phrases.Say("nudge.source", language, ("section", tip.Section));
        var footer = new FooterWords(phrases, zones).Say(nudge.Nudge!, facts, now);
        var body = new Reply(
            string.Join('\n', heading, tip.Text, source, footer),
            $"{heading} {tip.Text}",
            tip.Text,
            [
                Choice.Of(phrases.Say("nudge.why", language), Verbs.Why, ("tip", tip.Id)) with { About = nudge.Id },
                Choice.Of(phrases.Say("tip.stop", language), Verbs.Answer, ("answer", "stop tips")),
            ],
            new CardModel.Nudge(heading, Progress: null, tip.Text, source, footer),
            Replaces: null,
            Urgency.Nudge);
        return new Verdict.Send(body, Kind, tip.Id);
    }
}
