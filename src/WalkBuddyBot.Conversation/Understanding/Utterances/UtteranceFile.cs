using System.Collections.Immutable;
using WalkBuddyBot.Conversation.Content;
using WalkBuddyBot.Conversation.Content.Reading;
using YamlDotNet.RepresentationModel;

namespace WalkBuddyBot.Conversation.Understanding.Utterances;

/// <summary>One file of examples.</summary>
/// <param name="Label">What all of them mean.</param>
/// <param name="Words">Other words for a topic.</param>
/// <param name="Utterances">The examples.</param>
internal sealed record UtteranceFile(string Label, ImmutableArray<string> Words, ImmutableArray<Utterance> Utterances)
{
    public static UtteranceFile? Read(ContentFile file, ICollection<ContentMistake> mistakes)
    {
        if (GroupOf(file) is not { } group)
        {
            mistakes.Add(file.Mistake(1, "nobody reads this file; there are topics/*.yaml, intents/*.yaml, oos/near-*.yaml and oos/far-*.yaml"));
            return null;
        }

        var yaml = new YamlText(file, Before: 0, mistakes);
        if (yaml.Read(file.Text) is not { } head)
        {
            return null;
        }

        var fields = group == UtteranceGroups.Topic
            ? new Fields(yaml, head, "label", "words", "utterances") : new Fields(yaml, head, "label", "utterances");
        if (head is not YamlMappingNode)
        {
            return null;
        }

        var label = fields.Words("label");
        if (label.Text.Length > 0 && !IsLabel(label.Text, group))
        {
            mistakes.Add(file.Mistake(label.Line, $"unknown label \"{label.Text}\"; here it is one of {string.Join(", ", LabelsOf(group))}"));
        }

        var utterances = fields.List("utterances").Where(text => IsShort(file, text, mistakes));
        return new(
            label.Text, [.. fields.OptionalList("words").Select(word => word.Text)],
            [.. utterances.Select(text => new Utterance(text.Text, label.Text, group, file.Path, text.Line))]);
    }

    private static bool IsShort(ContentFile file, Passage text, ICollection<ContentMistake> mistakes)
    {
        if (text.Text.Length <= UtteranceReader.Longest)
        {
            return true;
        }

        mistakes.Add(file.Mistake(text.Line, $"the example has {text.Text.Length} characters; {UtteranceReader.Longest} are read of a message"));
        return false;
    }

    private static string? GroupOf(ContentFile file) => file.Name.Split('/') switch
    {
        [_, "topics", _] => UtteranceGroups.Topic,
        [_, "intents", _] => UtteranceGroups.Intent,
        [_, "oos", var name] when name.StartsWith("near-", StringComparison.Ordinal) => UtteranceGroups.Near,
        [_, "oos", var name] when name.StartsWith("far-", StringComparison.Ordinal) => UtteranceGroups.Far,
        _ => null,
    };

    private static bool IsLabel(string label, string group) => LabelsOf(group).Contains(label);

    private static ImmutableArray<string> LabelsOf(string group) => group switch
    {
        UtteranceGroups.Topic => UtteranceLabels.Topics,
        UtteranceGroups.Intent => UtteranceLabels.Commands,
        _ => [Intents.OutOfScope],
    };
}
