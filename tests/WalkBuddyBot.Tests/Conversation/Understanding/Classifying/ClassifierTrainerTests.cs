using WalkBuddyBot.Conversation.Understanding.Classifying;
using WalkBuddyBot.Conversation.Understanding.Classifying.Files;
using WalkBuddyBot.Conversation.Understanding.Utterances;

namespace WalkBuddyBot.Tests.Conversation.Understanding.Classifying;

public sealed class ClassifierTrainerTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("walkbuddy-model");

    private readonly SmallSet.Encoder _encoder = new();

    private string Path => System.IO.Path.Combine(_folder.FullName, "understanding.model");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void The_same_examples_give_the_same_bytes_on_one_thread_and_on_three()
    {
        var set = SmallSet.Create();

        var one = Bytes(set, threads: 1);
        var three = Bytes(set, threads: 3);

        Assert.Equal(one, three);
    }

    [Fact]
    public void What_was_read_from_a_file_judges_as_what_was_written()
    {
        var learnt = ClassifierTrainer.Train(SmallSet.Create(), _encoder).Model;
        ModelFile.Write(Path, learnt, "inputs");

        var (read, inputs) = ModelFile.Read(Path);

        Assert.Equal("inputs", inputs);
        Assert.All(UtteranceLabels.InScope, label =>
        {
            var text = SmallSet.Unseen(label);
            var before = new TrainedClassifier(learnt, _encoder).Classify(text);
            var after = new TrainedClassifier(read, _encoder).Classify(text);
            Assert.Equal(before.Ranked.AsEnumerable(), after.Ranked);
            Assert.Equal((before.Accept, before.Band), (after.Accept, after.Band));
        });
    }

    [Fact]
    public void A_verdict_ranks_every_label_in_scope_and_its_probabilities_sum_to_one()
    {
        var classifier = new TrainedClassifier(ClassifierTrainer.Train(SmallSet.Create(), _encoder).Model, _encoder);

        var verdict = classifier.Classify(SmallSet.Unseen("stress"));

        Assert.Equal("stress", verdict.Label);
        Assert.Equal(UtteranceLabels.InScope.Order(), verdict.Ranked.Select(score => score.Label).Order());
        Assert.Equal(1, verdict.Ranked.Sum(score => score.Probability), 9);
        Assert.Equal(verdict.Ranked.OrderByDescending(score => score.Probability), verdict.Ranked.AsEnumerable());
        Assert.InRange(verdict.Accept, 0, 1);
    }

    [Theory]
    [InlineData("")]
    [InlineData("?")]
    [InlineData("<time>")]
    [InlineData("\U0001F6B6")]
    public void Words_that_say_nothing_get_a_verdict_all_the_same(string words)
    {
        var classifier = new TrainedClassifier(ClassifierTrainer.Train(SmallSet.Create(), _encoder).Model, _encoder);

        var verdict = classifier.Classify(words);

        Assert.False(double.IsNaN(verdict.Accept));
        Assert.Equal(1, verdict.Ranked.Sum(score => score.Probability), 9);
    }

    [Fact]
    public void Each_example_is_judged_by_what_learnt_without_it()
    {
        var set = SmallSet.Create();

        var held = ClassifierTrainer.CrossValidate(set, _encoder);

        Assert.Equal(set.All, held.Select(one => one.Utterance));
        Assert.True(TrainingFigures.Of(held) is { Topics: > 60, Commands: > 60 }, TrainingFigures.Of(held).ToString());
    }

    private byte[] Bytes(UtteranceSet set, int threads)
    {
        ModelFile.Write(Path, ClassifierTrainer.Train(set, _encoder, new() { Threads = threads }).Model, "inputs");
        return File.ReadAllBytes(Path);
    }
}
