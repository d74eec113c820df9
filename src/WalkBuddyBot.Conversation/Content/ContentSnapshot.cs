using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using WalkBuddyBot.Conversation.Content.Checks;
using WalkBuddyBot.Conversation.Content.Reading;
using WalkBuddyBot.Conversation.Understanding.Utterances;
using WalkBuddyBot.Conversation.Understanding.Words;
using WalkBuddyBot.Domain;

namespace WalkBuddyBot.Conversation.Content;

/// <summary>All content, read and checked once. It never changes: a changed file changes the bot at the next start.</summary>
public sealed class ContentSnapshot : ITopics, ITips, IPhrases, ITopicTexts
{
    private readonly ImmutableArray<Topic> _topics;
    private readonly ImmutableArray<Tip> _tips;
    private readonly Dictionary<string, Topic> _topicById;
    private readonly Dictionary<string, Tip> _tipById;
    private readonly PhraseBook _phrases;
    private readonly Lazy<WordCounts> _words;
    private readonly ImmutableArray<TopicDraft> _drafts;

    private ContentSnapshot(ContentFolder folder)
    {
        var drafts = folder.Topics.Sort((one, other) => one.Order.CompareTo(other.Order));
        _drafts = drafts;
        _topics = [.. drafts.Select(TopicOf)];
        _topicById = _topics.ToDictionary(topic => topic.Id, StringComparer.Ordinal);
        _tips = [.. folder.Tips.Select(tip => new Tip(tip.Id.Text, tip.Words.Text, tip.Topic.Text, _topicById[tip.Topic.Text].Section))];
        _tipById = _tips.ToDictionary(tip => tip.Id, StringComparer.Ordinal);
        _phrases = new PhraseBook(folder.Phrases);
        TopicTexts = [.. drafts.Select(TextOf)];
        Hash = HashOf(folder.Files);
        _words = new(() => WordCounts.Of(folder.Files));
        LearntFrom = [.. folder.Files.Where(file => UtteranceReader.IsUtterances(file) || ContentFolder.IsTopic(file))];
    }

    /// <summary>Where the content lies beside the program.</summary>
    public static string InstalledFolder { get; } = Path.Combine(AppContext.BaseDirectory, "Content");

    /// <summary>Names this content: it differs when any file does. Lower-case hexadecimal.</summary>
    public string Hash { get; }

    /// <summary>The files that understanding learns from.</summary>
    internal ImmutableArray<ContentFile> LearntFrom { get; }

    /// <inheritdoc/>
    public ImmutableArray<TopicText> TopicTexts { get; }

    /// <summary>How often each word is said.</summary>
    internal WordCounts Words => _words.Value;

    /// <inheritdoc/>
    ImmutableArray<Topic> ITopics.All => _topics;

    /// <inheritdoc/>
    ImmutableArray<Tip> ITips.All => _tips;

    /// <summary>Reads and checks a folder.</summary>
    /// <exception cref="ContentException">There are mistakes; the message lists them.</exception>
    public static ContentSnapshot Load(string folder)
    {
        var content = ContentFolder.Read(folder);
        var mistakes = ContentChecks.Of(content);
        return mistakes is [] ? new ContentSnapshot(content) : throw new ContentException(mistakes);
    }

    /// <summary>Reads the examples that understanding learns from.</summary>
    internal UtteranceSet Utterances() => UtteranceReader.Read(_drafts, LearntFrom, []);

    /// <inheritdoc/>
    Topic? ITopics.Find(string id) => _topicById.GetValueOrDefault(id);

    /// <inheritdoc/>
    Tip? ITips.Find(string id) => _tipById.GetValueOrDefault(id);

    /// <inheritdoc/>
    public string Say(string key, string language, params ReadOnlySpan<(string Name, object Value)> values) =>
        _phrases.Say(key, language, values);

    private static Topic TopicOf(TopicDraft draft) => new(
        draft.Id.Text, draft.Title.Text, draft.Section.Text, draft.Answer.Text, Paragraphs(draft), Texts(draft.FollowUps), Texts(draft.Questions));

    private static TopicText TextOf(TopicDraft draft) => new(
        draft.Id.Text, draft.Title.Text, draft.Section.Text, draft.Answer.Text, Paragraphs(draft), Texts(draft.Questions), Texts(draft.Words));

    private static ImmutableArray<string> Paragraphs(TopicDraft draft) => [.. draft.More.Select(paragraph => paragraph.Words.Text)];

    private static ImmutableArray<string> Texts(ImmutableArray<Passage> passages) => [.. passages.Select(passage => passage.Text)];

    private static string HashOf(ImmutableArray<ContentFile> files)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in files)
        {
            // Lengths keep a text from moving unseen from one file to the next.
            hash.AppendData(Encoding.UTF8.GetBytes($"{file.Name}\n{file.Text.Length}\n{file.Text}"));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
