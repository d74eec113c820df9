using System.Collections.Immutable;
using WalkBuddyBot.Conversation.Understanding;
using WalkBuddyBot.Domain;

namespace WalkBuddyBot.Conversation.Dialogs;

/// <summary>The person's time zone: set, asked for, or guessed at when the name is not known.</summary>
internal sealed class TimeZoneDialog(Talks talks) : Dialog(talks, Understanding.Intents.TimeZone)
{
    private const int MostSuggested = 3;

    protected override void Answer(Talk talk)
    {
        var pressed = talk.Heard.Verb == Verbs.ChangeZone ? talk.Heard.Inputs.GetValueOrDefault("zone") : null;
        var named = pressed ?? talk.Slots.Zone ?? (talk.Meaning.Error == Faults.UnknownZone ? talk.Meaning.Offending ?? "" : null);
        if (string.IsNullOrWhiteSpace(named))
        {
            Ask(talk);
            return;
        }

        if (ZoneNames.Valid(named, talk.Zones) is not { } zone)
        {
            Suggest(talk, named);
            return;
        }

        Set(talk, zone);
    }

    /// <summary>Asks for the zone on behalf of a dialog that needs it.</summary>
    public static ImmutableArray<Choice> Guesses(Talk talk)
    {
        var hint = ZoneNames.Valid(talk.Heard.ZoneHint, talk.Zones);
        string[] guesses = hint is null
            ? ["Europe/London", "America/New_York", "Asia/Kolkata"]
            : [hint, "Europe/London", "America/New_York"];
        return [.. guesses.Where(zone => zone != talk.Person.Zone).Distinct().Select(talk.Ways.UseZone)];
    }

    /// <summary>Sets the zone, and goes on with the reminder that waited for it.</summary>
    public static void Set(Talk talk, string zone)
    {
        var waiting = talk.Person.Dialog is { Dialog: Understanding.Intents.SetReminder, Question: Questions.Zone } state
            ? KeptSlots.Read(state.Slots) : null;
        if (zone != talk.Person.Zone)
        {
            talk.Undoable("undo.zone");
            talk.Person = talk.Person with { Zone = zone };
        }

        if (waiting is not null)
        {
            Reminders.Set(talk, waiting, ask: null);
            return;
        }

        talk.Leave();
        var text = $"{talk.Say("zone.set", ("zone", zone), ("time", SpokenTime.Moment(talk.LocalNow)))} {Coming.Next(talk, 3)}";
        ImmutableArray<Choice> back = talk.Person.Undo is { What: "undo.zone" } step ? [talk.Ways.Undo(step)] : [];
        talk.Reply(text, [.. back, talk.Ways.Show(), talk.Ways.ChangeZone()]);
    }

    private static void Ask(Talk talk)
    {
        KeepAsking(talk);
        var text = talk.Person.Zone is { } zone ? talk.Say("zone.which-now", ("zone", zone)) : talk.Say("zone.which");
        talk.Reply(text, [.. Guesses(talk), talk.Ways.Help()]);
    }

    private static void Suggest(Talk talk, string named)
    {
        KeepAsking(talk);
        var near = ZoneNames.Near(named, talk.Zones, MostSuggested);
        var text = talk.Say("zone.unknown", ("zone", Quoted.Of(named)));
        talk.Reply(text, [.. near.Count > 0 ? near.Select(talk.Ways.UseZone) : Guesses(talk), talk.Ways.Help()]);
    }

    // A reminder that waits for the zone goes on waiting; otherwise the question is this dialog's own.
    private static void KeepAsking(Talk talk)
    {
        if (talk.Person.Dialog is { Question: Questions.Zone } state)
        {
            talk.AskFor(state.Dialog ?? Understanding.Intents.TimeZone, Questions.Zone, state.Slots);
            return;
        }

        talk.AskFor(Understanding.Intents.TimeZone, Questions.Zone, ImmutableDictionary<string, string>.Empty);
    }
}
