using System.Collections.Immutable;
using WalkBuddyBot.Conversation.Content.Reading;
using WalkBuddyBot.Conversation.Understanding.Utterances;

namespace WalkBuddyBot.Benchmarks;

/// <summary>Different messages, as people would type them: examples of every label, and sentences with times and days.</summary>
internal static class Messages
{
    private const int Examples = 2_000;
    private const int Schedules = 600;

    private static readonly ImmutableArray<string> Openings =
        ["remind me", "please nudge me", "can you ping me to walk", "walk reminder", "i want a reminder", "set a walk", "move my walk", "let's do"];

    private static readonly ImmutableArray<string> Days =
        ["weekdays", "every day", "mon wed fri", "on tuesdays and thursdays", "weekdays except friday", "at the weekend", "tomorrow", "every other day"];

    private static readonly ImmutableArray<string> Times =
        ["at 10:30", "at half past 6", "at 9 and 3:30pm", "every 2 hours between 9 and 5", "at noon", "quarter to nine", "at 8, 12 and 4", "at 7"];

    private static readonly ImmutableArray<string> Ends = ["", " please", " for 20 minutes", " until december 1", ", Berlin time"];

    public static ImmutableArray<string> All(string contentFolder)
    {
        var random = new Random(20261123);
        List<string> examples = [.. UtteranceReader.Read(ContentFolder.Read(contentFolder), []).All
            .Select(utterance => utterance.Text).Distinct().OrderBy(_ => random.Next()).Take(Examples)];
        // With fewer examples than that, sentences with times fill up.
        var schedules = Sentences().OrderBy(_ => random.Next()).Take(Examples - examples.Count + Schedules);
        ImmutableArray<string> messages = [.. examples.Concat(schedules).OrderBy(_ => random.Next())];
        return messages.Length >= Examples ? messages : throw new InvalidOperationException($"There are only {messages.Length} messages.");
    }

    private static IEnumerable<string> Sentences() =>
        from opening in Openings
        from day in Days
        from time in Times
        from end in Ends
        select $"{opening} {day} {time}{end}";
}
