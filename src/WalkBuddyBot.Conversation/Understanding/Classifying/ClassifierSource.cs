using WalkBuddyBot.Conversation.Content;
using WalkBuddyBot.Conversation.Understanding.Classifying.Files;
using WalkBuddyBot.Conversation.Understanding.Encoding;

namespace WalkBuddyBot.Conversation.Understanding.Classifying;

/// <summary>The model beside the program, if it learnt from the content beside the program; else what is learnt anew.</summary>
internal sealed class ClassifierSource : IClassifierSource
{
    private readonly ContentSnapshot _content;

    private readonly ISentenceEncoder _encoder;

    private readonly string _encoderFolder;

    private volatile IClassifier? _current;

    public ClassifierSource(ContentSnapshot content, ISentenceEncoder encoder)
        : this(content, encoder, UnderstandingFolders.Encoder, UnderstandingFolders.Model)
    {
    }

    public ClassifierSource(ContentSnapshot content, ISentenceEncoder encoder, string encoderFolder, string model)
    {
        _content = content;
        _encoder = encoder;
        _encoderFolder = encoderFolder;
        try
        {
            var (learnt, inputs) = ModelFile.Read(model);
            if (inputs == ModelInputs.Of(content.LearntFrom, encoderFolder))
            {
                _current = new TrainedClassifier(learnt, encoder);
                return;
            }

            Stale = "it learnt from other content";
        }
        catch (ModelException wrong)
        {
            Stale = wrong.Message;
        }
    }

    /// <summary>Why the model beside the program was not taken; null when it was.</summary>
    public string? Stale { get; }

    public IClassifier? Current => _current;

    /// <summary>Learns from the installed content, on one core so that the rest goes on.</summary>
    public void LearnAnew()
    {
        var set = _content.Utterances();
        _current = new TrainedClassifier(ClassifierTrainer.Train(set, _encoder, new() { Threads = 1 }).Model, _encoder);
    }
}
