using System.Text;
using System.Text.RegularExpressions;

namespace WalkBuddyBot.Conversation.Content.Reading;

/// <summary>Words that no text may say, with the reason and what to say instead.</summary>
/// <param name="Pattern">
/// Words with spaces between. <c>a|b</c> is either word, <c>*</c> stands for any letters, <c>(word)</c> may be left out,
/// and <c>...</c> for up to three words. Case never matters, and curly apostrophes are straight ones.
/// </param>
/// <param name="Why">Why it may not be said.</param>
/// <param name="Instead">What may be said.</param>
/// <param name="TipsOnly">Whether it is banned only in tips, which must not name a diagnosis.</param>
internal sealed partial record BannedPhrase(string Pattern, string Why, string Instead, bool TipsOnly)
{
    private readonly Lazy<Regex> _regex = new(() => new Regex(RegexOf(Pattern), RegexOptions.IgnoreCase | RegexOptions.CultureInvariant));

    /// <summary>Whether the pattern is written as it must be.</summary>
    public static bool Understands(string pattern) => Written().IsMatch(pattern);

    /// <summary>Where the text says it, and the words it says; null when it does not.</summary>
    public (int At, string Said)? Find(string text) =>
        _regex.Value.Match(text.Replace('\u2019', '\'')) is { Success: true } match ? (match.Index, match.Value) : null;

    public static string RegexOf(string pattern)
    {
        var regex = new StringBuilder(@"\b");
        var gap = string.Empty;
        foreach (var word in pattern.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (word == "...")
            {
                gap = @"(?:[\s,]+[\w'-]+){0,3}?[\s,]+";
            }
            else if (word[0] == '(')
            {
                regex.Append("(?:").Append(gap).Append(WordOf(word[1..^1])).Append(")?");
                gap = gap.Length > 0 ? gap : @"[\s,]+";
            }
            else
            {
                regex.Append(gap).Append(WordOf(word));
                gap = @"[\s,]+";
            }
        }

        return regex.Append(@"(?![\w'])").ToString();
    }

    private static string WordOf(string word) => $"(?:{Regex.Escape(word).Replace(@"\*", @"[\w'-]*", StringComparison.Ordinal).Replace(@"\|", "|", StringComparison.Ordinal)})";

    // The first word may not be left out, and nothing begins or ends with a gap.
    [GeneratedRegex(@"^[\w'*|-]+(?: (?:[\w'*|-]+|\([\w'*|-]+\)|\.\.\. [\w'*|-]+))*$")]
    private static partial Regex Written();
}
