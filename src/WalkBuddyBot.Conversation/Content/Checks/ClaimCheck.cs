using System.Collections.Immutable;
using System.Text.RegularExpressions;
using WalkBuddyBot.Conversation.Content.Reading;

namespace WalkBuddyBot.Conversation.Content.Checks;

/// <summary>
/// What is said rests on claims of the article that exist: a topic's answer on its own, a further paragraph on at least one of its own,
/// a claim that needs a hedge has one, and an overstated claim is never used.
/// </summary>
internal sealed partial class ClaimCheck : IContentCheck
{
    public IEnumerable<ContentMistake> Check(ContentFolder folder) =>
        folder.Claims.Values.Where(claim => claim.Tag is not ("S" or "H" or "X"))
            .Select(claim => claim.File.Mistake(claim.Line, $"the tag of a claim is S, H or X, not \"{claim.Tag}\""))
            .Concat(folder.Topics.SelectMany(topic => OfTopic(topic, folder.Claims)))
            .Concat(folder.Tips.SelectMany(tip => OfTip(tip, folder.Claims)));

    private static IEnumerable<ContentMistake> OfTopic(TopicDraft topic, ImmutableDictionary<string, ClaimDraft> known)
    {
        var id = topic.Id.Text;
        foreach (var claim in topic.Claims)
        {
            var wrong = Wrong(claim.Text, known)
                ?? (TopicIds.OfClaim(claim.Text) == id ? null : $"the short answer of \"{id}\" cannot rest on claim \"{claim.Text}\"");
            if (wrong is not null)
            {
                yield return topic.File.Mistake(claim.Line, wrong);
            }
        }

        if (Unhedged(topic.Claims.Select(claim => claim.Text), topic.Answer, known))
        {
            yield return topic.File.Mistake(topic.Answer.Line, NeedsHedge);
        }

        foreach (var paragraph in topic.More)
        {
            foreach (var wrong in paragraph.Claims.Select(claim => Wrong(claim, known)).OfType<string>())
            {
                yield return topic.File.Mistake(paragraph.Line, wrong);
            }

            if (!paragraph.Claims.Any(claim => TopicIds.OfClaim(claim) == id))
            {
                yield return topic.File.Mistake(paragraph.Line, $"the paragraph names no claim of \"{id}\"; begin it with [{id}.1], say");
            }
            else if (paragraph.Words.Text.Length == 0)
            {
                yield return topic.File.Mistake(paragraph.Line, "the paragraph has claims and no words");
            }

            if (Unhedged(paragraph.Claims, paragraph.Words, known))
            {
                yield return topic.File.Mistake(paragraph.Line, NeedsHedge);
            }
        }
    }

    private static IEnumerable<ContentMistake> OfTip(TipDraft tip, ImmutableDictionary<string, ClaimDraft> known)
    {
        foreach (var claim in tip.Claims)
        {
            if (Wrong(claim.Text, known) is { } wrong)
            {
                yield return tip.File.Mistake(claim.Line, wrong);
            }
        }

        if (tip.Claims.Length == 0)
        {
            yield return tip.File.Mistake(
                tip.Line, "the tip needs a claim of its topic, or \"why?\" has no answer; claims: [stress.4], say");
        }
        else if (tip.Claims.Length > 0 && !tip.Claims.Any(claim => TopicIds.OfClaim(claim.Text) == tip.Topic.Text))
        {
            yield return tip.File.Mistake(
                tip.Claims[0].Line, $"none of the claims is of \"{tip.Topic.Text}\"; name one that begins so, or another topic");
        }
    }

    private const string NeedsHedge = "a claim here needs a hedge: say who says it, or may, might, can, often, some";

    private static string? Wrong(string claim, ImmutableDictionary<string, ClaimDraft> known) =>
        known.IsEmpty ? null // The file of claims is missing or cannot be read, which is said once.
        : !known.TryGetValue(claim, out var found) ? $"unknown claim \"{claim}\"; {ListReader.Claims} lists them"
        : found.Overstated ? $"claim \"{claim}\" is overstated in the article; leave it out"
        : null;

    private static bool Unhedged(IEnumerable<string> claims, Passage words, ImmutableDictionary<string, ClaimDraft> known) =>
        claims.Any(claim => known.TryGetValue(claim, out var found) && found.Hedged) && !Hedge().IsMatch(words.Text);

    [GeneratedRegex(
        @"\b(the article|it says|may|might|can|could|often|usually|some|seems?|perhaps|many)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Hedge();
}
