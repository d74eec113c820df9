namespace WalkBuddyBot.Storage;

/// <summary>Something to be written; whoever waits for it hears of it only once it is committed.</summary>
internal abstract class Work
{
    /// <summary>Whether nobody waits for it any more.</summary>
    public abstract bool Abandoned { get; }

    /// <summary>Runs inside its savepoint.</summary>
    public abstract void Run(Session session);

    /// <summary>It is committed.</summary>
    public abstract void Complete();

    /// <summary>Nothing of it happened.</summary>
    public abstract void Fail(Exception error);
}

/// <summary>Work with a result.</summary>
internal sealed class Work<T>(Func<Session, T> run, CancellationToken cancellationToken) : Work
{
    private readonly TaskCompletionSource<T> _done = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private T? _result;

    public Task<T> Done => _done.Task;

    public override bool Abandoned => cancellationToken.IsCancellationRequested;

    public override void Run(Session session) => _result = run(session);

    public override void Complete() => _done.TrySetResult(_result!);

    public override void Fail(Exception error)
    {
        if (error is OperationCanceledException)
        {
            _done.TrySetCanceled(cancellationToken);
            return;
        }

        _done.TrySetException(error);
    }
}
