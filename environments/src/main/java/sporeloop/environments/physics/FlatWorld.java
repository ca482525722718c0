package sporeloop.environments.physics;

import org.jbox2d.collision.Manifold;
import org.jbox2d.collision.broadphase.BroadPhase;
import org.jbox2d.collision.broadphase.DynamicTree;
import org.jbox2d.common.Settings;
import org.jbox2d.common.Transform;
import org.jbox2d.common.Vec2;
import org.jbox2d.dynamics.Body;
import org.jbox2d.dynamics.World;
import org.jbox2d.dynamics.contacts.Contact;
import org.jbox2d.dynamics.contacts.EdgeAndCircleContact;
import org.jbox2d.pooling.IDynamicStack;
import org.jbox2d.pooling.IWorldPool;
import org.jbox2d.pooling.normal.DefaultWorldPool;
import org.jbox2d.pooling.normal.MutableStack;

/** A JBox2D world without gravity that can be emptied, and stands beside others on other threads. */
final class FlatWorld extends World {
    FlatWorld() {
        super(new Vec2(), new Pool());
    }

    /**
     * Leaves the world as it was at first, in all that bodies can feel. A new world would take some 0.3
     * ms and 800 kB, nearly all of it for solvers that remember nothing: a seventh of reaching's time.
     */
    void clear() {
        for (Body body = getBodyList(); body != null; body = getBodyList()) {
            destroyBody(body); // its joints and contacts too
        }
        // The order of contacts follows from the tree's history.
        m_contactManager.m_broadPhase = new BroadPhase(new DynamicTree());
    }

    /** JBox2D 2.2.1.1 looks for contacts of edges and circles in a vector that all worlds share. */
    private static final class Pool extends DefaultWorldPool {
        private final MutableStack<Contact> contacts =
                new MutableStack<>(Settings.CONTACT_STACK_INIT_SIZE) {
                    @Override
                    protected Contact newInstance() {
                        return new OneAtATime(Pool.this);
                    }
                };

        Pool() {
            super(WORLD_POOL_SIZE, WORLD_POOL_CONTAINER_SIZE);
        }

        @Override
        public IDynamicStack<Contact> getEdgeCircleContactStack() {
            return contacts;
        }
    }

    private static final class OneAtATime extends EdgeAndCircleContact {
        OneAtATime(IWorldPool pool) {
            super(pool);
        }

        @Override
        public void evaluate(Manifold manifold, Transform ofEdge, Transform ofCircle) {
            synchronized (OneAtATime.class) {
                super.evaluate(manifold, ofEdge, ofCircle);
            }
        }
    }
}
