using System.Globalization;
using CsCheck;
using WalkBuddyBot.Domain;

namespace WalkBuddyBot.Tests.Races;

/// <summary>Something that happens in a life with the bot.</summary>
internal abstract record Deed
{
    private static readonly string[] Sayings =
    [
        "remind me every 90 minutes from 8 to 20", "every 2 hours between 9 and 5 on weekdays", "remind me every 30 minutes from 10 to 12",
        "remind me tomorrow at 6am", "send me a tip every day at 8am", "send me a tip every 3 hours", "stop tips", "stop", "stop", "resume", "resume",
        "pause for 2 hours", "pause for today", "pause until tomorrow", "pause for 3 days", "skip tomorrow", "skip the next one", "not today",
        "snooze 20", "snooze 60", "walked 15", "done", "quiet hours 10pm to 7am", "quiet hours 11am to 3pm", "no quiet hours",
        "only between 9am and 5pm", "only between 6pm and 8pm", "my goal is 14 walks a week", "my goal is 5 walks a week", "undo", "undo",
        "nudge me now", "my time zone is Asia/Tokyo", "my time zone is Europe/Berlin", "my time zone is America/New_York", "make it 11:00",
        "delete all my reminders", "yes", "yes", "no", "status", "show my reminders", "why does walking help?", "crushing chest pain",
        "delete my data",
    ];

    private static readonly Gen<int> MinutesPast = Of(0, 5, 30, 59);
    private static readonly Gen<int> Apart = Of(1, 3, 17, 40, 75, 130);
    private static readonly Gen<string> Buttons = Of(Verbs.Walked, Verbs.Snooze, Verbs.Snooze, Verbs.NotToday);

    /// <summary>One deed after another of somebody, the same row in every run.</summary>
    public static readonly Gen<(int Person, Deed Deed)> Any = Gen.Select(Gen.Int[0, 5], Gen.Frequency<Deed>(
        (6, Of(Sayings).Select(words => (Deed)new Says(words))),
        (3, Gen.Select(Gen.Int[0, 23], MinutesPast).Select((hour, minute) => (Deed)new Says(Daily(hour, minute)))),
        (1, Gen.Int[1, 90].Select(minutes => (Deed)new Says(string.Create(CultureInfo.InvariantCulture, $"remind me in {minutes} minutes")))),
        (5, Buttons.Select(verb => (Deed)new Presses(verb))),
        (9, Gen.Select(Gen.Int[1, 14], Apart).Select((beats, minutes) => (Deed)new Waits(beats, minutes))),
        (1, Gen.Bool.Select(blocks => (Deed)new Blocks(blocks)))));

    private Deed()
    {
    }

    private static Gen<T> Of<T>(params T[] some) => Gen.Int[0, some.Length - 1].Select(at => some[at]);

    private static string Daily(int hour, int minute) => string.Create(CultureInfo.InvariantCulture, $"remind me every day at {hour:00}:{minute:00}");

    /// <summary>They type.</summary>
    internal sealed record Says(string Words) : Deed;

    /// <summary>They press a button of the newest reminder.</summary>
    internal sealed record Presses(string Verb) : Deed;

    /// <summary>Time goes by, and the clock's side has so many beats in it.</summary>
    internal sealed record Waits(int Beats, int Minutes) : Deed;

    /// <summary>They block the bot, or no longer do.</summary>
    internal sealed record Blocks(bool On) : Deed;
}
