using WalkBuddyBot.Conversation.Content.Reading;

namespace WalkBuddyBot.Conversation.Content.Checks;

/// <summary>A tip is short, there is no other like it, and every topic has one.</summary>
internal sealed class TipCheck : IContentCheck
{
    private const int Longest = 200;

    public IEnumerable<ContentMistake> Check(ContentFolder folder)
    {
        var ids = new Dictionary<string, int>(StringComparer.Ordinal);
        var texts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var tip in folder.Tips.Where(tip => tip.Id.Text.Length > 0 && tip.Words.Text.Length > 0))
        {
            if (tip.Words.Text.Length > Longest)
            {
                yield return tip.File.Mistake(tip.Words.Line, $"the tip has {tip.Words.Text.Length} characters; {Longest} is the most");
            }

            if (!ids.TryAdd(tip.Id.Text, tip.Id.Line))
            {
                yield return tip.File.Mistake(tip.Id.Line, $"the id \"{tip.Id.Text}\" is taken in line {ids[tip.Id.Text]}");
            }

            var plain = Sentences.Plain(tip.Words.Text);
            if (!texts.TryAdd(plain, tip.Words.Line))
            {
                yield return tip.File.Mistake(tip.Words.Line, $"the same tip stands in line {texts[plain]}");
            }
        }

        if (folder.Files.FirstOrDefault(file => file.Name == ListReader.Tips) is { } file)
        {
            foreach (var topic in TopicIds.All.Except(folder.Tips.Select(tip => tip.Topic.Text)))
            {
                yield return file.Mistake(1, $"there is no tip for \"{topic}\"");
            }
        }
    }
}
