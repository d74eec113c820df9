using System.Collections.Immutable;
using WalkBuddyBot.Domain;

namespace WalkBuddyBot.Conversation.Dialogs;

/// <summary>The outcomes of several wishes as one: one commit, and their words as one message.</summary>
internal static class Together
{
    private const int MostChoices = 6;

    public static TurnOutcome Of(TurnOutcome first, TurnOutcome second) => new(
        second.After,
        [.. Said(first.Replies, second.Replies)],
        [.. first.Effects, .. second.Effects],
        first.Label)
    {
        Also = [.. first.Also, second.Label, .. second.Also],
    };

    /// <summary>The outcome with a sentence before its words.</summary>
    public static TurnOutcome Opened(TurnOutcome outcome, string sentence) =>
        WithWords(outcome, At(outcome, last: false), text => $"{sentence} {text}");

    /// <summary>The outcome with a sentence after its words.</summary>
    public static TurnOutcome Closed(TurnOutcome outcome, string sentence) =>
        WithWords(outcome, At(outcome, last: true), text => $"{text}\n\n{sentence}");

    private static TurnOutcome WithWords(TurnOutcome outcome, int at, Func<string, string> change)
    {
        if (at < 0)
        {
            return outcome;
        }

        var reply = outcome.Replies[at];
        var text = change(reply.Text);
        return outcome with { Replies = outcome.Replies.SetItem(at, reply with { Text = text, Speak = Voiced.Speak(text) }) };
    }

    private static int At(TurnOutcome outcome, bool last)
    {
        var said = outcome.Replies.Select((reply, at) => (reply, at)).Where(pair => pair.reply.Replaces is null).Select(pair => pair.at).ToList();
        return said.Count == 0 ? -1 : last ? said[^1] : said[0];
    }

    // Plain words run together; what draws an older card anew, or a card of its own, stays by itself.
    private static Reply[] Said(ImmutableArray<Reply> first, ImmutableArray<Reply> second)
    {
        Reply[] all = [.. first, .. second];
        Reply[] plain = [.. all.Where(IsPlain)];
        if (plain.Length < 2)
        {
            return all;
        }

        var text = string.Join("\n\n", plain.Select(reply => reply.Text).Distinct());
        var choices = plain.SelectMany(reply => reply.Choices.Take(MostChoices / plain.Length))
            .DistinctBy(choice => choice.Title).ToImmutableArray();
        return [Voiced.Say(text, choices, plain[0].Urgency), .. all.Where(reply => !IsPlain(reply))];
    }

    private static bool IsPlain(Reply reply) => reply is { Card: null, Replaces: null };
}
