using WalkBuddyBot.Conversation.Content;
using WalkBuddyBot.Conversation.Content.Reading;
using WalkBuddyBot.Conversation.Understanding.Utterances;
using WalkBuddyBot.Domain;
using YamlDotNet.RepresentationModel;

namespace WalkBuddyBot.Conversation.Safety.Learning;

/// <summary>
/// Reads <c>utterances/safety</c>: a file names a group of <c>replies.yaml</c> and lists messages by level; messages that only sound like a
/// danger stand under "none", or under "see-soon" and "inform", which raise no alarm either.
/// </summary>
internal static class SafetyExampleReader
{
    /// <summary>The folder, inside the content folder.</summary>
    public const string Folder = UtteranceReader.Folder + "/safety/";

    private const string NoLevel = "none";

    private static readonly string[] LevelNames = ["emergency", "crisis", "same-day", "see-soon", "inform", NoLevel];

    /// <summary>Whether a file holds such examples.</summary>
    public static bool IsSafety(ContentFile file) => file.Name.StartsWith(Folder, StringComparison.Ordinal);

    /// <summary>All examples of some files.</summary>
    /// <param name="files">The files; others are passed over.</param>
    /// <param name="book">The safety files, whose groups may be named.</param>
    /// <param name="mistakes">Where mistakes go, each at its file and line.</param>
    public static List<SafetyExample> Read(IEnumerable<ContentFile> files, Book book, ICollection<ContentMistake> mistakes) =>
        [.. files.Where(IsSafety).SelectMany(file => Read(file, book, mistakes))];

    private static List<SafetyExample> Read(ContentFile file, Book book, ICollection<ContentMistake> mistakes)
    {
        var examples = new List<SafetyExample>();
        var yaml = new YamlText(file, Before: 0, mistakes);
        if (yaml.Read(file.Text) is not YamlMappingNode head)
        {
            return examples;
        }

        var group = "";
        foreach (var (key, line, value) in yaml.Map(head))
        {
            if (key == "group")
            {
                group = yaml.Words(value)?.Text ?? "";
            }
            else if (!LevelNames.Contains(key))
            {
                mistakes.Add(file.Mistake(line, $"unknown field \"{key}\"; known are group, {string.Join(", ", LevelNames)}"));
            }
            else
            {
                var level = key == NoLevel ? SafetyLevel.None : Levels.Parse(key)!.Value;
                if (level >= SafetyLevel.SameDay && !book.Replies.ContainsKey((group, level)))
                {
                    mistakes.Add(file.Mistake(line, $"the group \"{group}\" has no words for {key} in safety/replies.yaml"));
                }

                var danger = level >= SafetyLevel.SameDay ? new Danger(group, level) : null;
                examples.AddRange(yaml.Items(value).Select(yaml.Words).OfType<Passage>()
                    .Select(text => new SafetyExample(text.Text, danger, LookAlike: danger is null)));
            }
        }

        return examples;
    }
}
