using System.Collections.Immutable;
using NodaTime;
using WalkBuddyBot.Conversation.Safety;
using WalkBuddyBot.Conversation.Understanding;
using WalkBuddyBot.Domain;

namespace WalkBuddyBot.Conversation.Dialogs;

/// <summary>
/// After a danger sign: the reviewed words and nothing else, reminders held, and what the talk was about kept as it was, so that it can
/// go on later.
/// </summary>
internal sealed class AlarmReplies(Talks talks)
{
    /// <summary>What the outcome is counted as.</summary>
    public const string Label = "safety";

    private const int Longest = 600;

    private static readonly Meaning Safety =
        new(Label, 1, Slots.None, Ask: null, Error: null, Offending: null, SafetyLevel.None, Nearest: []);

    /// <summary>Words about signs in general: nothing is held.</summary>
    public TurnOutcome Inform(SafetyFinding finding, Heard heard, PersonFacts facts, Instant now)
    {
        var talk = talks.Begin(Safety, heard, facts, now);
        ImmutableArray<Choice> further = talk.Topics.Find("see-a-doctor") is { } topic ? [Ways.Ask(topic)] : [];
        talk.Reply(finding.Words!, [.. further, talk.Ways.Help()]);
        return talk.Done();
    }

    public TurnOutcome Alarm(SafetyFinding finding, Heard heard, PersonFacts facts, Instant now)
    {
        var talk = talks.Begin(Safety, heard, facts, now);
        var again = talk.Person.Alarmed is { } last && now - last.At < Duration.FromDays(1) && last.Level >= finding.Level;
        var heldBefore = talk.Person.Standing.Holds(now) is not null;
        Hold(talk, finding.Level == SafetyLevel.SameDay ? Duration.FromHours(24) : Duration.FromHours(72));
        if (!again)
        {
            talk.Person = talk.Person with { Alarmed = new Alarmed(now, finding.Level) };
        }

        var words = again && finding.Again is { } oneLine ? oneLine : finding.Words ?? finding.Again ?? talk.Say("alarm.words-missing");
        var text = again && heldBefore ? words : WithHold(talk, words);
        ImmutableArray<Choice> choices = finding.Level > SafetyLevel.SameDay
            ? [talk.Ways.Safe()]
            : [talk.Ways.WhenToSeeSomeone(), talk.Ways.Safe()];
        return talk.Done() with { Replies = [Voiced.Say(text, choices, Urgency.Safety)] };
    }

    private static void Hold(Talk talk, Duration length)
    {
        if (talk.Person.Standing is Standing.Stopped or Standing.Leaving)
        {
            return;
        }

        var until = talk.Now + length;
        if (talk.Person.Standing is Standing.Paused longer && longer.Until > until)
        {
            until = longer.Until;
        }

        var held = new Standing.Paused(until, ByAlarm: true);
        talk.Person = talk.Person with { Standing = held };
        talk.Do(new Effect.CancelWaiting("alarm", until));
    }

    private static string WithHold(Talk talk, string words)
    {
        if (talk.Person.Schedules.IsEmpty || talk.Person.Standing is not Standing.Paused held)
        {
            return words;
        }

        var until = ("until", (object)Coming.Until(talk, held.Until));
        var full = $"{words}\n\n{talk.Say("alarm.held", until)}";
        return full.Length <= Longest ? full : $"{words}\n\n{talk.Say("alarm.held-short", until)}";
    }
}
