using WalkBuddyBot.Conversation.Understanding;
using WalkBuddyBot.Conversation.Understanding.Classifying.Files;

namespace WalkBuddyBot.Tests.Conversation.Understanding.Classifying;

public sealed class ModelFileTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("walkbuddy-model");

    private string Path => System.IO.Path.Combine(_folder.FullName, "understanding.model");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void The_model_beside_the_program_is_whole_and_not_too_large()
    {
        var (model, inputs) = ModelFile.Read(UnderstandingFolders.Model);

        Assert.Equal(64, inputs.Length);
        Assert.InRange(model.Judge.OfferAt, 0, model.Judge.AnswerAt);
        Assert.InRange(new FileInfo(UnderstandingFolders.Model).Length, 1, 15_000_000);
    }

    [Fact]
    public void A_file_that_is_not_there_is_named()
    {
        Assert.Contains(Path, Assert.Throws<ModelException>(() => ModelFile.Read(Path)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("WALKMODL")]
    [InlineData("some other file that is longer than a name, a version and a sum together would be, which is 44 bytes")]
    public void A_foreign_file_is_told_from_a_model(string text)
    {
        File.WriteAllText(Path, text);

        var wrong = Assert.Throws<ModelException>(() => ModelFile.Read(Path));

        Assert.Contains("is not a model", wrong.Message, StringComparison.Ordinal);
        Assert.Contains("content train", wrong.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_model_of_another_version_is_not_read()
    {
        var bytes = File.ReadAllBytes(UnderstandingFolders.Model);
        bytes[8]++;
        File.WriteAllBytes(Path, bytes);

        Assert.Contains($"version {ModelFile.Version + 1}", Assert.Throws<ModelException>(() => ModelFile.Read(Path)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(13)]
    [InlineData(100_000)]
    [InlineData(-1)]
    public void A_damaged_model_is_not_read(int at)
    {
        var bytes = File.ReadAllBytes(UnderstandingFolders.Model);
        bytes[at < 0 ? bytes.Length + at : at] ^= 1;
        File.WriteAllBytes(Path, bytes);

        Assert.Contains("is damaged", Assert.Throws<ModelException>(() => ModelFile.Read(Path)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_model_cut_short_is_not_read()
    {
        File.WriteAllBytes(Path, File.ReadAllBytes(UnderstandingFolders.Model)[..50_000]);

        Assert.Contains("is damaged", Assert.Throws<ModelException>(() => ModelFile.Read(Path)).Message, StringComparison.Ordinal);
    }
}
