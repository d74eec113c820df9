using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace WalkBuddyBot.Conversation.Content.Reading;

/// <summary>A sentence with named places: "I'll remind you {days} at {time}."</summary>
/// <param name="Parts">Words and places in order.</param>
internal sealed partial record PhrasePattern(ImmutableArray<PhrasePattern.Part> Parts)
{
    /// <summary>A piece of a sentence.</summary>
    /// <param name="Words">The words, or the name of the place.</param>
    /// <param name="IsPlace">Whether it is a place.</param>
    internal readonly record struct Part(string Words, bool IsPlace);

    public IEnumerable<string> Places => Parts.Where(part => part.IsPlace).Select(part => part.Words);

    /// <summary>Reads a sentence; null, with the offset of the first brace that belongs to no place.</summary>
    public static PhrasePattern? Read(string sentence, out int wrongAt)
    {
        var parts = ImmutableArray.CreateBuilder<Part>();
        var at = 0;
        foreach (Match place in Place().Matches(sentence))
        {
            parts.Add(new Part(sentence[at..place.Index], IsPlace: false));
            parts.Add(new Part(place.Groups[1].Value, IsPlace: true));
            at = place.Index + place.Length;
        }

        parts.Add(new Part(sentence[at..], IsPlace: false));
        wrongAt = 0;
        foreach (var part in parts)
        {
            if (!part.IsPlace && part.Words.AsSpan().IndexOfAny('{', '}') is var brace and >= 0)
            {
                wrongAt += brace;
                return null;
            }

            wrongAt += part.IsPlace ? part.Words.Length + 2 : part.Words.Length;
        }

        return new PhrasePattern([.. parts.Where(part => part.IsPlace || part.Words.Length > 0)]);
    }

    [GeneratedRegex("""\{([a-z][A-Za-z0-9_]*)\}""")]
    private static partial Regex Place();
}
