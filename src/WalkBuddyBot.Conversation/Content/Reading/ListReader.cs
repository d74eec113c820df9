using System.Collections.Immutable;

namespace WalkBuddyBot.Conversation.Content.Reading;

/// <summary>Reads the files that are plain YAML: tips, phrases, claims and banned phrases.</summary>
internal static class ListReader
{
    public const string Tips = "tips.yaml";
    public const string Claims = "claims.yaml";
    public const string Banned = "banned.yaml";

    public static IEnumerable<TipDraft> ReadTips(ContentFile file, ICollection<ContentMistake> mistakes)
    {
        var yaml = new YamlText(file, Before: 0, mistakes);
        foreach (var item in yaml.Items(yaml.Read(file.Text)))
        {
            var fields = new Fields(yaml, item, "id", "text", "topic", "claims", "common-sense");
            yield return new TipDraft(
                file, fields.Line, fields.Words("id"), fields.Words("text"), fields.Words("topic"), fields.OptionalList("claims"),
                fields.OptionalTruth("common-sense"));
        }
    }

    public static IEnumerable<PhraseDraft> ReadPhrases(ContentFile file, ICollection<ContentMistake> mistakes)
    {
        if (file.Name.Split('/') is not [_, var language, _])
        {
            mistakes.Add(file.Mistake(1, "phrases stand in a folder named for their language, such as phrases/en"));
            yield break;
        }

        var yaml = new YamlText(file, Before: 0, mistakes);
        foreach (var (key, line, value) in yaml.Map(yaml.Read(file.Text)))
        {
            if (yaml.Words(value) is { } words)
            {
                yield return new PhraseDraft(file, language, key, line, words);
            }
        }
    }

    public static ImmutableDictionary<string, ClaimDraft> ReadClaims(ContentFile? file, ICollection<ContentMistake> mistakes)
    {
        if (file is null)
        {
            return ImmutableDictionary<string, ClaimDraft>.Empty;
        }

        var claims = ImmutableDictionary.CreateBuilder<string, ClaimDraft>(StringComparer.Ordinal);
        var yaml = new YamlText(file, Before: 0, mistakes);
        foreach (var (id, line, value) in yaml.Map(yaml.Read(file.Text)))
        {
            if (yaml.Words(value)?.Text is not { } tag)
            {
                continue;
            }

            claims[id] = new ClaimDraft(file, line, id, tag);
        }

        return claims.ToImmutable();
    }

    public static IEnumerable<BannedPhrase> ReadBanned(ContentFile file, ICollection<ContentMistake> mistakes)
    {
        var yaml = new YamlText(file, Before: 0, mistakes);
        foreach (var item in yaml.Items(yaml.Read(file.Text)))
        {
            var fields = new Fields(yaml, item, "pattern", "why", "instead", "tips-only");
            var pattern = fields.Words("pattern");
            var phrase = new BannedPhrase(pattern.Text, fields.Words("why").Text, fields.Words("instead").Text, fields.OptionalTruth("tips-only"));
            if (pattern.Text.Length == 0)
            {
                continue;
            }

            if (BannedPhrase.Understands(pattern.Text))
            {
                yield return phrase;
                continue;
            }

            mistakes.Add(file.Mistake(pattern.Line, "a pattern is words with spaces between: a|b, *, (word) and ... between two words"));
        }
    }
}
