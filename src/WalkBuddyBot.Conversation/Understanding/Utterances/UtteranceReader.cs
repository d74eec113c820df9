using System.Collections.Immutable;
using WalkBuddyBot.Conversation.Content;
using WalkBuddyBot.Conversation.Content.Reading;

namespace WalkBuddyBot.Conversation.Understanding.Utterances;

/// <summary>
/// Reads <c>utterances/topics</c>, <c>utterances/intents</c> and <c>utterances/oos</c>: a label, a topic's other words, and the examples.
/// What the topics' own files have of both is added.
/// </summary>
internal static class UtteranceReader
{
    /// <summary>The folder of the examples, inside the content folder.</summary>
    public const string Folder = "utterances";

    /// <summary>The longest message that is an example of anything.</summary>
    public const int Longest = 1_000;

    /// <summary>Whether a file holds examples.</summary>
    public static bool IsUtterances(ContentFile file) =>
        file.Name.StartsWith($"{Folder}/", StringComparison.Ordinal) && file.Name.EndsWith(".yaml", StringComparison.Ordinal);

    /// <summary>Reads all examples of a folder.</summary>
    /// <param name="folder">The content.</param>
    /// <param name="mistakes">Where mistakes go, each at its file and line.</param>
    public static UtteranceSet Read(ContentFolder folder, ICollection<ContentMistake> mistakes) =>
        Read(folder.Topics, folder.Files, mistakes);

    /// <summary>Reads all examples of some files.</summary>
    /// <param name="topics">The topics.</param>
    /// <param name="all">The files; those without examples are passed over.</param>
    /// <param name="mistakes">Where mistakes go, each at its file and line.</param>
    public static UtteranceSet Read(
        IReadOnlyCollection<TopicDraft> topics, IEnumerable<ContentFile> all, ICollection<ContentMistake> mistakes)
    {
        var files = all.Where(IsUtterances).Select(file => UtteranceFile.Read(file, mistakes)).OfType<UtteranceFile>().ToList();
        var questions = topics.SelectMany(topic => topic.Questions.Select(question =>
            new Utterance(question.Text, topic.Id.Text, UtteranceGroups.Topic, topic.File.Path, question.Line)));
        var words = topics.Select(topic => (Label: topic.Id.Text, Words: topic.Words.Select(word => word.Text)))
            .Concat(files.Select(file => (file.Label, Words: file.Words.AsEnumerable())))
            .GroupBy(pair => pair.Label, StringComparer.Ordinal)
            .Select(group => (group.Key, Words: group.SelectMany(pair => pair.Words).Distinct(StringComparer.OrdinalIgnoreCase).ToImmutableArray()))
            .Where(pair => !pair.Words.IsEmpty);
        return new(
            [.. questions.Concat(files.SelectMany(file => file.Utterances))],
            words.ToImmutableSortedDictionary(pair => pair.Key, pair => pair.Words, StringComparer.Ordinal));
    }
}
