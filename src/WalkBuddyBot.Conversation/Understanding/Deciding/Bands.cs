using System.Collections.Immutable;
using WalkBuddyBot.Conversation.Content;
using WalkBuddyBot.Conversation.Understanding.Classifying;

namespace WalkBuddyBot.Conversation.Understanding.Deciding;

/// <summary>From a verdict to what the bot does with it where no rule knows: answer, ask which of three was meant, or decline.</summary>
internal static class Bands
{
    private const int Most = 3;

    // Surer than this the classifier stops the reminders at once: of the examples so read 49 in 50 were a stop. Else it asks.
    private const double Obeyed = 0.9;

    // Of less likely readings of the examples three in four were wrong; of commands half. The three best held the right one in 70 and 90 of
    // a hundred.
    private const double LeastTopic = 0.35;

    private const double LeastCommand = 0.45;

    private static readonly ImmutableArray<string> Halts = [Intents.Stop, Intents.Pause, Intents.Skip];

    // Nobody is asked whether they meant hello.
    private static readonly ImmutableArray<string> Courtesies = [Intents.Greeting, Intents.Thanks, Intents.Goodbye];

    /// <summary>How likely it is that the best label is meant, and anything of ours at all.</summary>
    public static double Score(Verdict verdict) => verdict.Accept * verdict.Ranked[0].Probability;

    public static Meaning Of(Verdict verdict, Message message)
    {
        var score = Score(verdict);
        var band = verdict.Band == Band.Answer
            && score < (TopicIds.All.Contains(verdict.Label) ? LeastTopic : LeastCommand) ? Band.Offer : verdict.Band;
        var meaning = band switch
        {
            Band.Answer when verdict.Label == Intents.Stop && score < Obeyed && message.Scan.Pieces.IsEmpty =>
                Meanings.Asking(Intents.Stop, Asks.Sure, Slots.None) with { Offers = Halts },
            Band.Answer => Filled(verdict.Label, message),
            Band.Offer when verdict.Label == Intents.Stop => Meanings.NotOurs with { Offers = Halts },
            Band.Offer => Meanings.NotOurs with { Offers = Best(verdict) },
            _ => Meanings.NotOurs,
        };
        return meaning with { Score = score, Nearest = Nearest(verdict) };
    }

    /// <summary>The meaning of a label, with what the message says of it.</summary>
    public static Meaning Filled(string label, Message message) =>
        TopicIds.All.Contains(label) ? Meanings.Sure(label) : IntentFilling.Of(label, message);

    /// <summary>The topics, nearest first.</summary>
    public static ImmutableArray<string> Nearest(Verdict verdict) =>
        [.. verdict.Ranked.Select(ranked => ranked.Label).Where(label => TopicIds.All.Contains(label)).Take(Most)];

    private static ImmutableArray<string> Best(Verdict verdict) =>
        [.. verdict.Ranked.Select(ranked => ranked.Label).Except(Courtesies).Take(Most)];
}
