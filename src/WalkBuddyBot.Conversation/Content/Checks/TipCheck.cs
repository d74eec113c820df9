using System.Text.RegularExpressions;
using WalkBuddyBot.Conversation.Content.Reading;

namespace WalkBuddyBot.Conversation.Content.Checks;

/// <summary>A tip has an id of its own and is whole sentences; no other opens like it or says the same.</summary>
internal sealed partial class TipCheck : IContentCheck
{
    private const int OpeningWords = 3;
    private const int Short = 4;

    public IEnumerable<ContentMistake> Check(ContentFolder folder)
    {
        var ids = new Dictionary<string, int>(StringComparer.Ordinal);
        var openings = new Dictionary<string, int>(StringComparer.Ordinal);
        var earlier = new List<(HashSet<string> Words, string Plain, int Line)>();
        foreach (var tip in folder.Tips.Where(tip => tip.Id.Text.Length > 0 && tip.Words.Text.Length > 0))
        {
            if (!Id().IsMatch(tip.Id.Text))
            {
                yield return tip.File.Mistake(tip.Id.Line, $"the id \"{tip.Id.Text}\" needs small letters, digits and single hyphens only");
            }

            if (!ids.TryAdd(tip.Id.Text, tip.Id.Line))
            {
                yield return tip.File.Mistake(tip.Id.Line, $"the id \"{tip.Id.Text}\" is taken in line {ids[tip.Id.Text]}");
            }

            if (!Whole().IsMatch(tip.Words.Text))
            {
                yield return tip.File.Mistake(tip.Words.Line, "a tip begins with a capital and ends with a full stop or a question mark");
            }

            var words = Likeness.WordsOf(tip.Words.Text);
            var plain = Sentences.Plain(tip.Words.Text);
            var opening = string.Join(' ', plain.Split(' ').Take(OpeningWords));
            if (earlier.Find(other => other.Plain == plain || Likeness.AreAlike(other.Words, words, Short)
                || Likeness.IsPart(other.Words, words, Short)) is { Line: > 0 } like)
            {
                var how = like.Plain == plain ? "the same tip" : "almost the same tip";
                yield return tip.File.Mistake(tip.Words.Line, $"{how} stands in line {like.Line}; say something else or leave one out");
            }
            else if (!openings.TryAdd(opening, tip.Words.Line))
            {
                yield return tip.File.Mistake(
                    tip.Words.Line, $"the tip in line {openings[opening]} begins with \"{opening}\", too; begin another way");
            }

            earlier.Add((words, plain, tip.Words.Line));
        }
    }

    [GeneratedRegex("^[a-z0-9]+(-[a-z0-9]+)*$")]
    private static partial Regex Id();

    [GeneratedRegex("^[A-Z].*[.?]$")]
    private static partial Regex Whole();
}
