using System.Globalization;
using WalkBuddyBot.Conversation.Content;
using WalkBuddyBot.Conversation.Content.Reading;
using WalkBuddyBot.Conversation.Understanding.Classifying;
using WalkBuddyBot.Conversation.Understanding.Classifying.Files;
using WalkBuddyBot.Conversation.Understanding.Encoding;
using WalkBuddyBot.Conversation.Understanding.Utterances;

namespace WalkBuddyBot.Conversation.Understanding;

/// <summary>The command <c>content train</c>: learns to understand from the examples in the content files.</summary>
public static class ContentTrainer
{
    private const int Done = 0;
    private const int Mistaken = 1;
    private const int Unusable = 2;

    /// <summary>Trains, writes the model and prints how well it does on examples kept from it.</summary>
    /// <param name="folder">The content folder.</param>
    /// <param name="encoderFolder">The folder with the encoder's files.</param>
    /// <param name="to">The model file to write.</param>
    /// <param name="output">Where to print.</param>
    /// <param name="time">Measures how long it took.</param>
    /// <param name="forBuild">Whether mistakes are printed in the form that a build shows as errors.</param>
    /// <returns>The exit code: 0 when the model is written, 1 when the content has mistakes, 2 when a file cannot be read or written.</returns>
    public static int Run(string folder, string encoderFolder, string to, TextWriter output, TimeProvider time, bool forBuild)
    {
        if (!Directory.Exists(folder))
        {
            output.WriteLine(new ContentMistake(folder, 1, "there is no such folder; name the one that holds topics and utterances").Say(forBuild));
            return Unusable;
        }

        try
        {
            return Train(folder, encoderFolder, to, output, time, forBuild);
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException or EncoderException)
        {
            output.WriteLine(new ContentMistake(folder, 1, $"no model was trained: {wrong.Message}").Say(forBuild));
            return Unusable;
        }
    }

    private static int Train(string folder, string encoderFolder, string to, TextWriter output, TimeProvider time, bool forBuild)
    {
        var start = time.GetTimestamp();
        var mistakes = new List<ContentMistake>();
        var content = ContentFolder.Read(folder);
        var set = UtteranceReader.Read(content, mistakes);
        mistakes.AddRange(ExampleCounts.Missing(set, content.Missing(UtteranceReader.Folder)));
        foreach (var mistake in mistakes)
        {
            output.WriteLine(mistake.Say(forBuild));
        }

        if (mistakes.Count > 0)
        {
            return Mistaken;
        }

        var training = ClassifierTrainer.Train(set, UniversalSentenceEncoder.Load(encoderFolder));
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(to))!);
        ModelFile.Write(to, training.Model, ModelInputs.Of(content.Files, encoderFolder));
        Report(set, TrainingFigures.Of(training.HeldOut), output);
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"Trained in {time.GetElapsedTime(start).TotalSeconds:f1} s; wrote {to}, {new FileInfo(to).Length / 1e6:f1} MB."));
        return Done;
    }

    private static void Report(UtteranceSet set, TrainingFigures figures, TextWriter output)
    {
        int Count(string group) => set.All.Count(utterance => utterance.Group == group);
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{set.All.Length} examples: {Count(UtteranceGroups.Topic)} of topics, {Count(UtteranceGroups.Intent)} of commands, "
            + $"out of scope {Count(UtteranceGroups.Near)} near and {Count(UtteranceGroups.Far)} far; "
            + $"{set.Words.Values.Sum(words => words.Length)} words of topics."));
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"Of examples kept from training: topics {figures.Topics:f1} % right, commands {figures.Commands:f1} %; of these "
            + $"{figures.Offered:f1} % asked about and {figures.Declined:f1} % declined; "
            + $"out of scope and answered all the same: near {figures.Near:f1} %, far {figures.Far:f1} %."));
    }
}
