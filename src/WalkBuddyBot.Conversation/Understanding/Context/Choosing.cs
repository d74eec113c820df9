using System.Collections.Frozen;
using System.Collections.Immutable;
using WalkBuddyBot.Conversation.Understanding.Stages;

namespace WalkBuddyBot.Conversation.Understanding.Context;

/// <summary>Which of the things that were offered last is meant: "the second one", "the last", "the other one", or part of its name.</summary>
internal static class Choosing
{
    private const int MostWords = 5;

    private static readonly FrozenSet<string> Around =
        Vocabulary.Set("the one ones option number no i mean meant ok okay yes please that about of them then um hm well take let us go with");

    private static readonly string[][] Ordinals = [["first", "1st", "1"], ["second", "2nd", "2", "two", "middle"], ["third", "3rd", "3", "three"]];

    /// <summary>What it is as it would be typed; null where none of them is meant.</summary>
    /// <param name="offered">What was offered, in order.</param>
    /// <param name="message">The words.</param>
    /// <param name="isSpokenOf">Whether one of them is what was spoken of last, and so not "the other one".</param>
    public static string? Of(ImmutableArray<string> offered, Message message, Func<string, bool> isSpokenOf)
    {
        var said = message.Words.Split(' ').Where(word => word.Length > 0).ToList();
        if (said.Count is 0 or > MostWords)
        {
            return null;
        }

        if (offered is [var only] && Phrases.Label(message.Words) == Intents.Yes)
        {
            return only;
        }

        if (message.SaysAny("number one", "option one") || message.Words is "one")
        {
            return offered[0];
        }

        List<string> rest = [.. said.Where(word => !Around.Contains(word) && word is not ("st" or "nd" or "rd"))];
        return rest switch
        {
            ["last"] => offered[^1],
            ["other"] => offered.FirstOrDefault(one => !isSpokenOf(one)),
            [var word] when Array.FindIndex(Ordinals, words => words.Contains(word)) is >= 0 and var at =>
                at < offered.Length ? offered[at] : null,
            [_, ..] when said.Count > rest.Count => Named(offered, rest),
            _ => null,
        };
    }

    private static string? Named(ImmutableArray<string> offered, List<string> rest)
    {
        var named = offered.Where(one => rest.TrueForAll(one.ToLowerInvariant().Split(' ', '?', ',').Contains)).ToList();
        return named is [var only] ? only : null;
    }
}
