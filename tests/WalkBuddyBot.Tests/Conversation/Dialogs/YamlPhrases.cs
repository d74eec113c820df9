using System.Globalization;
using System.Text.RegularExpressions;
using WalkBuddyBot.Domain;
using YamlDotNet.Serialization;

namespace WalkBuddyBot.Tests.Conversation.Dialogs;

/// <summary>The real wording, read straight from the files. A missing key or place throws.</summary>
internal sealed partial class YamlPhrases : IPhrases
{
    public static YamlPhrases Shipped { get; } = new();

    public IReadOnlyDictionary<string, string> All { get; } = Read();

    public string Say(string key, string language, params ReadOnlySpan<(string Name, object Value)> values)
    {
        var sentence = All[key];
        var filled = new Dictionary<string, string>();
        foreach (var (name, value) in values)
        {
            filled[name] = Convert.ToString(value, CultureInfo.InvariantCulture)!;
            Assert.Contains($"{{{name}}}", sentence);
        }

        return Place().Replace(sentence, place => filled[place.Groups[1].Value]);
    }

    [GeneratedRegex(@"\{(\w+)\}")]
    private static partial Regex Place();

    private static Dictionary<string, string> Read()
    {
        var folder = Path.Combine(Tree.Root, "src", "WalkBuddyBot.Conversation", "Content", "phrases", "en");
        var all = new Dictionary<string, string> { ["topic.source"] = "From the section {section} of the article. Not medical advice." };
        foreach (var file in Directory.GetFiles(folder, "dialogs*.yaml"))
        {
            foreach (var (key, sentence) in new DeserializerBuilder().Build().Deserialize<Dictionary<string, string>>(File.ReadAllText(file)))
            {
                all.Add(key, sentence);
            }
        }

        return all;
    }
}
