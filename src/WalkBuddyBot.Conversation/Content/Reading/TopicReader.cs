namespace WalkBuddyBot.Conversation.Content.Reading;

/// <summary>
/// Reads <c>topics/*.md</c>: a YAML head between two lines of dashes, the short answer, a line <c>## More</c>, paragraphs.
/// </summary>
internal static class TopicReader
{
    private const string Fence = "---";
    private const string MoreHeading = "## More";

    public static TopicDraft? Read(ContentFile file, ICollection<ContentMistake> mistakes)
    {
        var lines = file.Text.Split('\n');
        var close = Array.FindIndex(lines, 1, line => line.TrimEnd() == Fence);
        if (lines[0].TrimEnd() != Fence || close < 0)
        {
            if (!string.IsNullOrWhiteSpace(file.Text))
            {
                mistakes.Add(file.Mistake(1, "a topic begins with a YAML head between two lines of ---"));
            }

            return null;
        }

        var yaml = new YamlText(file, Before: 1, mistakes);
        if (yaml.Read(string.Join('\n', lines[1..close])) is not { } head)
        {
            if (string.IsNullOrWhiteSpace(string.Concat(lines[1..close])))
            {
                mistakes.Add(file.Mistake(1, "the YAML head is empty"));
            }

            return null;
        }

        var fields = new Fields(yaml, head, "id", "order", "title", "section", "follow-ups", "questions", "words", "claims");
        var more = Array.FindIndex(lines, close, line => line.TrimEnd() == MoreHeading);
        if (more < 0)
        {
            mistakes.Add(file.Mistake(close + 1, $"the heading \"{MoreHeading}\" is missing"));
        }

        var answers = Passages(lines, close + 1, more < 0 ? lines.Length : more).ToArray();
        if (more >= 0 && answers is [_, var second, ..])
        {
            mistakes.Add(file.Mistake(second.Line, $"the short answer is one paragraph; the rest stands under \"{MoreHeading}\""));
        }

        return new TopicDraft(
            file, fields.Words("id"), fields.Number("order"), fields.LineOf("order"), fields.Words("title"), fields.Words("section"),
            fields.List("follow-ups"), fields.List("questions"), fields.List("words"), fields.List("claims"),
            answers is [var answer, ..] ? answer : new Passage(string.Empty, close + 1), more + 1, more < 0 ? [] : [.. Passages(lines, more + 1, lines.Length).Select(Cited)]);
    }

    private static IEnumerable<Passage> Passages(string[] lines, int from, int to)
    {
        for (var at = from; at < to; at++)
        {
            var first = at;
            while (at < to && !string.IsNullOrWhiteSpace(lines[at]))
            {
                at++;
            }

            if (at > first)
            {
                yield return new Passage(string.Join('\n', lines[first..at].Select(line => line.Trim())), first + 1);
            }
        }
    }

    private static Paragraph Cited(Passage passage)
    {
        var close = passage.Written.IndexOf(']');
        if (!passage.Written.StartsWith('[') || close < 0)
        {
            return new Paragraph(passage.Line, [], passage);
        }

        var ids = passage.Text[1..close].Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var rest = passage.Written[(close + 1)..];
        var words = rest.TrimStart();
        var line = passage.LineAt(passage.Written.Length - words.Length);
        return new Paragraph(passage.Line, [.. ids], new Passage(words, line));
    }
}
